package fi.hytekello.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows each measure on the trace page, from proposal to realisation. */
final class TraceReading {

    private static final List<String> STEPS = List.of(
            "Ehdotus",
            "Toimialajohtaja",
            "Lautakunta",
            "Yhteensovitus",
            "Talousarviokohta",
            "Kunnanjohtaja",
            "Kunnanhallitus",
            "Valtuusto",
            "Liitteessä",
            "Toteutuma kohdalla",
            "Käytetty raportin mukaan");

    private static final List<String> UNTAKEN = List.of("", "Ei vielä", "Puuttuu");

    private TraceReading() {}

    /** What each step says, by the measure's title. */
    static Map<String, Map<String, String>> of(PersonsWindow reader) {
        Locator table = reader.page().locator("table.trace");
        assertThat(table.locator("thead th").allTextContents().stream().skip(1).map(String::strip))
                .containsExactlyElementsOf(STEPS);
        Map<String, Map<String, String>> read = new LinkedHashMap<>();
        for (Locator row : table.locator("tbody tr").all()) {
            List<String> told = row.locator("td").allTextContents();
            Map<String, String> steps = new LinkedHashMap<>();
            for (int i = 0; i < STEPS.size(); i++) {
                steps.put(STEPS.get(i), told.get(i).strip());
            }
            read.put(row.locator("th > span").first().textContent().strip(), steps);
        }
        return read;
    }

    /** Steps that are not taken though the year has come to the realisation; what is used is told in the follow-up. */
    static List<String> gaps(Map<String, String> steps) {
        return STEPS.subList(0, STEPS.size() - 1).stream()
                .filter(step -> UNTAKEN.contains(steps.get(step)))
                .toList();
    }
}
