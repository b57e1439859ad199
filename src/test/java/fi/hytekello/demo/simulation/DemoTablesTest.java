package fi.hytekello.demo.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables from which the simulated people take what they bring in. */
class DemoTablesTest {

    private static final List<DemoTable.Row> PROPOSALS = DemoTable.read("proposals.csv");
    private static final Map<String, DemoTable.Row> LINES = DemoTable.read("budget-lines.csv").stream()
            .collect(Collectors.toMap(row -> row.get("account") + " / " + row.get("centre"), row -> row));

    @Test
    void sixDepartmentsProposeFortyMeasuresAndSomeOfEachAreForAShortPlay() {
        assertThat(PROPOSALS).hasSizeBetween(40, 45);
        Map<String, List<DemoTable.Row>> byDepartment =
                PROPOSALS.stream().collect(Collectors.groupingBy(row -> row.get("department")));
        assertThat(byDepartment).hasSize(6);
        assertThat(byDepartment.values())
                .allSatisfy(rows -> assertThat(rows)
                        .anySatisfy(row -> assertThat(row.get("size")).isEqualTo("FEW")));
        assertThat(PROPOSALS).extracting(row -> row.get("title")).doesNotHaveDuplicates();
    }

    @Test
    void whatCostsSuggestsALineOfItsDepartmentAndWhatIsFreeNone() {
        assertThat(PROPOSALS).allSatisfy(row -> {
            if (row.get("euro").equals("0")) {
                assertThat(row.get("line")).isEmpty();
            } else {
                DemoTable.Row line = Objects.requireNonNull(LINES.get(row.get("line")), row.get("title"));
                assertThat(line.get("department")).isEqualTo(row.get("department"));
            }
        });
    }

    @Test
    void onlyTheTechnicalDepartmentProposesMoreThanItsFrame() {
        Map<String, BigDecimal> asked = new HashMap<>();
        PROPOSALS.forEach(
                row -> asked.merge(row.get("department"), Objects.requireNonNull(row.money("euro")), BigDecimal::add));
        assertThat(DemoTable.read("budget-frames.csv"))
                .filteredOn(row -> Objects.requireNonNull(asked.get(row.get("department")))
                                .compareTo(Objects.requireNonNull(row.money("frame")))
                        > 0)
                .extracting(row -> row.get("department"))
                .containsExactly("technical");
    }

    @Test
    void everyAssessmentAndEffectBelongsToAProposal() {
        List<String> titles = PROPOSALS.stream().map(row -> row.get("title")).toList();
        assertThat(titles)
                .containsAll(DemoTable.read("assessments.csv").stream()
                        .map(row -> row.get("title"))
                        .toList());
        assertThat(titles)
                .containsAll(DemoTable.read("effects.csv").stream()
                        .map(row -> row.get("title"))
                        .toList());
    }
}
