package fi.hytekello.indicator.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.indicator.Citation;
import fi.hytekello.indicator.Citations;
import fi.hytekello.indicator.LightWords;
import fi.hytekello.indicator.Revisions;
import fi.hytekello.indicator.SnapshotValue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts frozen values, their lights and what their source says today into the words of a page. */
@Component
class FrozenRows {

    private final LightWords words;
    private final Revisions revisions;
    private final Citations citations;

    FrozenRows(LightWords words, Revisions revisions, Citations citations) {
        this.citations = citations;
        this.words = words;
        this.revisions = revisions;
    }

    List<IndicatorRow> of(Cycle cycle, List<SnapshotValue> values, Locale locale) {
        Map<Integer, String> revised = revisions(cycle, locale);
        return values.stream()
                .map(value -> IndicatorRow.of(
                        value,
                        cycle.year(),
                        words,
                        revised.get(value.indicator().id()),
                        citations.text(Citation.of(value), locale),
                        locale))
                .toList();
    }

    /** Why the light is what it is. */
    String why(SnapshotValue value, Locale locale) {
        return words.why(value, locale);
    }

    /** What the source has corrected since, by indicator id. */
    Map<Integer, String> revisions(Cycle cycle, Locale locale) {
        Map<Integer, String> told = new HashMap<>();
        revisions
                .of(cycle.id())
                .forEach((indicator, revision) -> told.put(indicator, revisions.words(revision, locale)));
        return told;
    }
}
