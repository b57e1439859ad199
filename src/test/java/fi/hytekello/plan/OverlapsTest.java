package fi.hytekello.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which measures of different departments look alike. */
class OverlapsTest {

    private static final GoalId LONELINESS = new GoalId(1);

    private long number;

    @Test
    void oneWordInCommonIsPointedOutOnlyWithinTheSameGoalAndGroup() {
        List<Overlaps.Pair> pairs = Overlaps.of(List.of(
                measure("education", "Kerhot kouluilla nuorille", null),
                measure("technical", "Kerhot kylätaloissa ikääntyneille", null)));
        assertThat(pairs).isEmpty();
        pairs = Overlaps.of(List.of(
                measure("education", "Kerhot kouluilla nuorille", LONELINESS),
                measure("technical", "Kerhot kylätaloissa ikääntyneille", LONELINESS)));
        assertThat(pairs).hasSize(1);
        assertThat(pairs.get(0).isSameGoal()).isTrue();
        assertThat(pairs.get(0).isSameGroup()).isTrue();
    }

    @Test
    void theSameTitleIsPointedOutWhateverTheGoal() {
        assertThat(Overlaps.of(List.of(
                        measure("education", "Kävelyreitin kunnostus", LONELINESS),
                        measure("technical", "KÄVELYREITIN kunnostus!", null))))
                .hasSize(1);
    }

    @Test
    void aDepartmentDoesNotOverlapWithItselfAndEmptyTitlesWithNothing() {
        assertThat(Overlaps.of(List.of(
                        measure("education", "Kerhot", LONELINESS),
                        measure("education", "Kerhot", LONELINESS),
                        measure("technical", null, LONELINESS),
                        measure("wellbeing", null, LONELINESS))))
                .isEmpty();
    }

    @Test
    void tellsWhichDepartmentsActOnAGoal() {
        assertThat(Overlaps.departments(List.of(
                        measure("technical", "Valaistus", LONELINESS),
                        measure("education", "Kerhot", LONELINESS),
                        measure("education", "Leirit", LONELINESS),
                        measure("wellbeing", "Muu", null))))
                .hasSize(1)
                .hasEntrySatisfying(
                        LONELINESS,
                        departments -> assertThat(departments)
                                .extracting(DepartmentCode::value)
                                .containsExactly("education", "technical"));
    }

    private Measure measure(String department, @Nullable String title, @Nullable GoalId goal) {
        return new Measure(
                new MeasureId(++number),
                new CycleId(1),
                new DepartmentCode(department),
                new MeasureContent(
                        goal,
                        title,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        PopulationGroup.YOUNG,
                        Set.of()),
                null,
                null,
                MeasureStatus.PROPOSED,
                null,
                null,
                null,
                null,
                0,
                Instant.EPOCH);
    }
}
