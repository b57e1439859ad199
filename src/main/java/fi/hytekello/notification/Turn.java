package fi.hytekello.notification;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.OpenTask;
import java.util.List;
import java.util.Locale;

/**
 * Whose turn a task is. A departmental task is also open to the department's director, who is told only when it is
 * late (domain chapter 2.5, row 2).
 *
 * @param groups those who are told about the task
 * @param role the role of the first of these groups
 */
record Turn(MunicipalityCode municipality, List<String> groups, Role role) {

    private static final String DEPARTMENT = "department-";
    private static final String DIRECTOR = "department-director-";

    static Turn of(OpenTask task) {
        List<String> groups = task.groups().stream()
                .filter(group -> group.startsWith(DEPARTMENT) && !group.startsWith(DIRECTOR))
                .findFirst()
                .map(List::of)
                .orElse(task.groups());
        return new Turn(task.municipality(), groups, roleOf(groups.get(0)));
    }

    boolean isOf(Person person) {
        return groups.stream().anyMatch(group -> person.isInGroup(group, municipality));
    }

    /** The group that is told when this turn is late. */
    String nextGroup() {
        return role == Role.DEPARTMENT
                ? DIRECTOR + groups.get(0).substring(DEPARTMENT.length())
                : nextLevel(role).group(null);
    }

    /** A department's lateness goes to its director, the manager's to the coordinator, any other's to the manager. */
    static Role nextLevel(Role role) {
        return switch (role) {
            case DEPARTMENT -> Role.DEPARTMENT_DIRECTOR;
            case MANAGER -> Role.COORDINATOR;
            default -> Role.MANAGER;
        };
    }

    private static Role roleOf(String group) {
        if (group.startsWith(DIRECTOR)) {
            return Role.DEPARTMENT_DIRECTOR;
        }
        if (group.startsWith(DEPARTMENT)) {
            return Role.DEPARTMENT;
        }
        return Role.valueOf(group.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
