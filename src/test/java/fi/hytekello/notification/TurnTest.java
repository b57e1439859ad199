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
        assertThat(turn.nextGroup()).isEqualTo("department-director-education");
    }

    @Test
    void tellsEveryGroupOfAnyOtherTask() {
        assertThat(Turn.of(task("coordinator", "wellbeing-group")).groups())
                .containsExactly("coordinator", "wellbeing-group");
    }

    @ParameterizedTest
    @CsvSource({
        "department-director-education, DEPARTMENT_DIRECTOR, manager",
        "coordinator, COORDINATOR, manager",
        "finance, FINANCE, manager",
        "secretary, SECRETARY, manager",
        "wellbeing-group, WELLBEING_GROUP, manager",
        "manager, MANAGER, coordinator"
    })
    void knowsTheNextLevel(String group, Role role, String next) {
        Turn turn = Turn.of(task(group));
        assertThat(turn.role()).isEqualTo(role);
        assertThat(turn.nextGroup()).isEqualTo(next);
    }

    private static OpenTask task(String... groups) {
        return new OpenTask(
                "t1",
                new MunicipalityCode("178"),
                new CycleId(1),
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
