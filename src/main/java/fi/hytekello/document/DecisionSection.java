package fi.hytekello.document;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.decision.Decision;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Subject;
import fi.hytekello.document.Block.Table;
import fi.hytekello.document.Block.Table.Column;
import fi.hytekello.municipality.DepartmentCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The decisions that led to a document: who, when, how, in which § (R1-03). */
@Component
class DecisionSection {

    private final Decisions decisions;

    DecisionSection(Decisions decisions) {
        this.decisions = decisions;
    }

    Section of(CycleId cycle, Set<Subject> subjects, Map<DepartmentCode, String> departments, Words words) {
        List<List<Text>> rows = decisions.of(cycle).stream()
                .filter(decision -> subjects.contains(decision.subject()))
                .map(decision -> row(decision, departments, words))
                .toList();
        Block block = rows.isEmpty()
                ? new Block.Paragraph(Text.of(words.text("document.decisions.none")))
                : new Table(words.text("document.decisions.caption"), columns(words), rows, List.of());
        return Section.of(1, words.text("document.decisions"), block);
    }

    private static List<Column> columns(Words words) {
        return List.of(
                new Column(words.text("document.decidedOn"), 12, false),
                new Column(words.text("document.decidedBy"), 22, false),
                new Column(words.text("document.outcome"), 19, false),
                new Column(words.text("document.minutes"), 21, false),
                new Column(words.text("document.comment"), 26, false));
    }

    private static List<Text> row(Decision decision, Map<DepartmentCode, String> departments, Words words) {
        DepartmentCode department = decision.department();
        String decider = words.capital("decidedBy." + decision.decidedBy());
        String minutes = Stream.of(decision.section(), decision.diaryNumber())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return List.of(
                Text.of(words.date(decision.decidedOn())),
                Text.of(
                        department == null
                                ? decider
                                : decider + ", " + departments.getOrDefault(department, department.value())),
                Text.of(words.text("outcome." + decision.outcome())),
                Text.of(minutes.isEmpty() ? Words.NOTHING : minutes),
                words.free(decision.comment()));
    }
}
