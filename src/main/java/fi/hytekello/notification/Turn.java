package fi.hytekello.notification;

import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.worklist.OpenTask;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn a task is. A departmental task is also open to the department's director, who is told only when it is
 * late (domain chapter 2.5, row 2).
 *
 * @param groups those who are told about the task
 * @param person who is told, where the task is one named person's
 * @param role the role of the first of these groups; a named person has been named by a department
 * @param department the department of a departmental task
 */
record Turn(
        MunicipalityCode municipality,
        List<String> groups,
        @Nullable Username person,
        Role role,
        @Nullable DepartmentCode department) {

    private static final String DEPARTMENT = "department-";
    private static final String DIRECTOR = "department-director-";

    static Turn of(OpenTask task) {
        if (task.isPersonal()) {
            return new Turn(
                    task.municipality(), List.of(), task.assignee(), Role.RESPONSIBLE, task.requiredDepartment());
        }
        List<String> groups = task.groups().stream()
                .filter(group -> group.startsWith(DEPARTMENT) && !group.startsWith(DIRECTOR))
                .findFirst()
                .map(List::of)
                .orElse(task.groups());
        return new Turn(task.municipality(), groups, null, roleOf(groups.get(0)), task.department());
    }

    /** The person of {@link #person} as a list, empty where it is a group's turn. */
    List<Username> named() {
        return person == null ? List.of() : List.of(person);
    }

    /** True for those whose turn it is and those who stand in for them today. */
    boolean isOf(Person person) {
        return person.isEntitled(this::isOwn);
    }

    /** True for those whose turn it is, whether they are here or away. */
    boolean isOwn(Person person) {
        return person.username().equals(this.person)
                || groups.stream().anyMatch(group -> person.isInGroup(group, municipality));
    }

    /** The group that is told when this turn is late. */
    String nextGroup() {
        return switch (role) {
            case DEPARTMENT -> DIRECTOR + groups.get(0).substring(DEPARTMENT.length());
            case RESPONSIBLE -> Role.DEPARTMENT_DIRECTOR.group(department);
            default -> nextLevel(role).group(null);
        };
    }

    /**
     * A department's lateness and that of the people it named goes to its director, the manager's to the coordinator,
     * any other's to the manager.
     */
    static Role nextLevel(Role role) {
        return switch (role) {
            case DEPARTMENT, RESPONSIBLE -> Role.DEPARTMENT_DIRECTOR;
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
