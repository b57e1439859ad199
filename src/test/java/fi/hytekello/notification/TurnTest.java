package fi.hytekello.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.OpenTask;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnTest {

    @Test
    void tellsTheDepartmentButNotItsDirectorOfADepartmentalTask() {
        Turn turn = Turn.of(task("department-director-education", "department-education"));
        assertThat(turn.groups()).containsExactly("department-education");
        assertThat(turn.role()).isEqualTo(Role.DEPARTMENT);
        assertThat(turn.levels())
                .extracting(Turn.Level::group)
                .containsExactly("department-director-education", "manager", "coordinator");
    }

    @Test
    void tellsEveryGroupOfAnyOtherTask() {
        assertThat(Turn.of(task("coordinator", "wellbeing-group")).groups())
                .containsExactly("coordinator", "wellbeing-group");
    }

    /** Person, director, manager; above the manager the coordinator, and never the board. */
    @ParameterizedTest
    @CsvSource({
        "department-director-education, DEPARTMENT_DIRECTOR, manager coordinator",
        "coordinator, COORDINATOR, manager",
        "finance, FINANCE, manager coordinator",
        "secretary, SECRETARY, manager coordinator",
        "wellbeing-group, WELLBEING_GROUP, manager coordinator",
        "manager, MANAGER, coordinator",
        "regional-coordinator, REGIONAL_COORDINATOR, regional-director",
        "regional-director, REGIONAL_DIRECTOR, regional-coordinator"
    })
    void knowsTheLevelsAbove(String group, Role role, String levels) {
        Turn turn = Turn.of(task(group));
        assertThat(turn.role()).isEqualTo(role);
        assertThat(turn.levels().stream().map(Turn.Level::group)).containsExactly(levels.split(" ", -1));
        assertThat(Turn.nextLevel(role, turn.municipality()))
                .isEqualTo(turn.levels().get(0).role());
    }

    @ParameterizedTest
    @CsvSource({
        "registry, regional-coordinator regional-director",
        "regional-coordinator, regional-director",
        "regional-director, regional-coordinator"
    })
    void knowsThePostsOfARegionalCouncil(String group, String levels) {
        Turn turn = Turn.of(task(new MunicipalityCode("KH"), group));
        assertThat(turn.levels().stream().map(Turn.Level::group)).containsExactly(levels.split(" ", -1));
        assertThat(Turn.nextLevel(turn.role(), turn.municipality()))
                .as("as the mails say")
                .isEqualTo(turn.levels().get(0).role());
    }

    private static OpenTask task(String... groups) {
        return task(new MunicipalityCode("178"), groups);
    }

    private static OpenTask task(MunicipalityCode municipality, String... groups) {
        return new OpenTask(
                "t1",
                municipality,
                new CycleId(1),
                null,
                "p1",
                "WelfareReport",
                "Activity_ReportMeasures",
                List.of(groups),
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                null);
    }
}
