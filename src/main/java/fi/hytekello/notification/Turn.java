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
        List<String> groups = told(task.groups());
        return new Turn(task.municipality(), groups, null, roleOf(task.groups()), task.department());
    }

    /** Whose turn a task of these candidate groups is; a named person's where there is none. */
    static Role roleOf(List<String> candidates) {
        return candidates.isEmpty() ? Role.RESPONSIBLE : roleOf(told(candidates).get(0));
    }

    private static List<String> told(List<String> candidates) {
        return candidates.stream()
                .filter(group -> group.startsWith(DEPARTMENT) && !group.startsWith(DIRECTOR))
                .findFirst()
                .map(List::of)
                .orElse(candidates);
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

    /** Those who hold a role, as a group of the engine. */
    record Level(Role role, String group) {}

    /** Those above, the nearest first. */
    List<Level> levels() {
        return above(role, municipality).stream().map(this::level).toList();
    }

    /** The role that is told first when a task of this role's holders there is late. */
    static Role nextLevel(Role role, MunicipalityCode there) {
        return above(role, there).get(0);
    }

    private static List<Role> above(Role role, MunicipalityCode there) {
        return there.isOfRegionalCouncil() ? aboveInCouncil(role) : above(role);
    }

    /**
     * Person, director, manager (domain chapter 2.5, row 2). Above the manager stands the coordinator, as the board
     * reads no mail of ours; the coordinator comes last elsewhere too, so that somebody knows where posts are vacant.
     */
    private static List<Role> above(Role role) {
        return switch (role) {
            case DEPARTMENT, RESPONSIBLE -> List.of(Role.DEPARTMENT_DIRECTOR, Role.MANAGER, Role.COORDINATOR);
            case MANAGER -> List.of(Role.COORDINATOR);
            case COORDINATOR -> List.of(Role.MANAGER);
            case REGIONAL_COORDINATOR, REGIONAL_DIRECTOR -> aboveInCouncil(role);
            default -> List.of(Role.MANAGER, Role.COORDINATOR);
        };
    }

    /** A regional council has no other posts: its registry works for the coordinator. */
    private static List<Role> aboveInCouncil(Role role) {
        return switch (role) {
            case REGIONAL_COORDINATOR -> List.of(Role.REGIONAL_DIRECTOR);
            case REGIONAL_DIRECTOR -> List.of(Role.REGIONAL_COORDINATOR);
            default -> List.of(Role.REGIONAL_COORDINATOR, Role.REGIONAL_DIRECTOR);
        };
    }

    private Level level(Role above) {
        if (above != Role.DEPARTMENT_DIRECTOR) {
            return new Level(above, above.group(null));
        }
        return new Level(
                above,
                role == Role.DEPARTMENT
                        ? DIRECTOR + groups.get(0).substring(DEPARTMENT.length())
                        : above.group(department));
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
