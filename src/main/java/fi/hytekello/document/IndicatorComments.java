package fi.hytekello.document;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.document.Block.Table;
import fi.hytekello.document.Block.Table.Column;
import fi.hytekello.indicator.Discussion;
import fi.hytekello.indicator.IndicatorDiscussions;
import fi.hytekello.indicator.IndicatorSets;
import fi.hytekello.indicator.LightWords;
import fi.hytekello.indicator.Revision;
import fi.hytekello.indicator.Revisions;
import fi.hytekello.indicator.SetMember;
import fi.hytekello.indicator.SnapshotValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What departments and the wellbeing group have said of the indicators, and where a department has said nothing. */
@Component
class IndicatorComments {

    private final IndicatorDiscussions discussions;
    private final Revisions revisions;
    private final IndicatorSets sets;
    private final LightWords lights;

    IndicatorComments(IndicatorDiscussions discussions, Revisions revisions, IndicatorSets sets, LightWords lights) {
        this.sets = sets;
        this.revisions = revisions;
        this.discussions = discussions;
        this.lights = lights;
    }

    List<Section> of(CycleId cycle, List<SnapshotValue> values, Words words) {
        List<Section> sections = new ArrayList<>();
        List<List<Text>> explained = values.stream()
                .filter(value -> value.explanation() != null || value.leftUnexplained())
                .map(value -> explained(value, words))
                .toList();
        if (!explained.isEmpty()) {
            sections.add(Section.of(2, words.text("document.explanations"), explanations(explained, words)));
        }
        Map<Integer, Revision> revised = revisions.of(cycle);
        if (!revised.isEmpty()) {
            sections.add(Section.of(2, words.text("document.revisions"), revisions(values, revised, words)));
        }
        List<SetMember> leftOut = sets.members(cycle).stream()
                .filter(member -> member.leftOutBecause() != null)
                .toList();
        if (!leftOut.isEmpty()) {
            sections.add(Section.of(2, words.text("document.indicators.leftOut"), leftOut(leftOut, words)));
        }
        Discussion discussion = discussions.of(cycle);
        if (!discussion.isEmpty()) {
            sections.add(Section.of(2, words.text("document.indicators.group"), group(discussion, words)));
        }
        return sections;
    }

    private List<Text> explained(SnapshotValue value, Words words) {
        return List.of(
                Text.of(value.indicator().title(words.language())),
                Text.of(why(value, words)),
                value.leftUnexplained()
                        ? Text.of(words.text("document.unexplained"))
                        : words.free(value.explanation()));
    }

    private String why(SnapshotValue value, Words words) {
        String why = words.text("document.light." + value.light()) + ": " + lights.why(value, words.language());
        return value.correctiveWanted() ? why + " " + words.text("document.corrective") : why;
    }

    private static Table explanations(List<List<Text>> rows, Words words) {
        return new Table(
                words.text("document.explanations.caption"),
                List.of(
                        new Column(words.text("document.indicator"), 30, false),
                        new Column(words.text("document.light"), 30, false),
                        new Column(words.text("document.explanation"), 40, false)),
                rows,
                List.of());
    }

    /** The report keeps its frozen figures and says beside them what the source says now. */
    private Table revisions(List<SnapshotValue> values, Map<Integer, Revision> revised, Words words) {
        List<List<Text>> rows = values.stream()
                .filter(value -> revised.containsKey(value.indicator().id()))
                .map(value -> List.of(
                        Text.of(value.indicator().title(words.language())),
                        Text.of(String.valueOf(value.year())),
                        Text.of(revisions.words(
                                Objects.requireNonNull(
                                        revised.get(value.indicator().id())),
                                words.language()))))
                .toList();
        return new Table(
                words.text("document.revisions.caption"),
                List.of(
                        new Column(words.text("document.indicator"), 40, false),
                        new Column(words.text("document.revisions.year"), 10, true),
                        new Column(words.text("document.revisions"), 50, false)),
                rows,
                List.of());
    }

    /** THL: leaving an indicator out is a conscious choice, to be told in the report (L-13). */
    private static Table leftOut(List<SetMember> members, Words words) {
        return new Table(
                words.text("document.indicators.leftOut"),
                List.of(
                        new Column(words.text("document.indicator"), 50, false),
                        new Column(words.text("document.indicators.leftOut.reason"), 50, false)),
                members.stream()
                        .map(member -> List.of(
                                Text.of(member.indicator().title(words.language())),
                                words.free(member.leftOutBecause())))
                        .toList(),
                List.of());
    }

    private static Table group(Discussion discussion, Words words) {
        List<List<Text>> rows = new ArrayList<>();
        discussion
                .themes()
                .forEach((theme, comment) ->
                        rows.add(List.of(Text.of(words.text("indicator.theme." + theme)), words.free(comment))));
        if (discussion.comment() != null) {
            rows.add(List.of(Text.of(words.text("document.indicators.group.whole")), words.free(discussion.comment())));
        }
        return new Table(
                words.text("document.indicators.group.caption"),
                List.of(
                        new Column(words.text("document.indicators.group.theme"), 25, false),
                        new Column(words.text("document.indicators.group.comment"), 75, false)),
                rows,
                List.of());
    }
}
