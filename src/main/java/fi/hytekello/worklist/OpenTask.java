package fi.hytekello.worklist;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Deputyship;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Username;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits for somebody.
 *
 * @param cycleOrNull the year's cycle that it belongs to; null for the task of another matter
 * @param matter what it belongs to where that is no cycle, such as {@code nomination:12}; null for a cycle's task
 * @param process id of the process model, such as {@code HyteCycle}
 * @param task id of the task in the model, such as {@code Activity_ConfirmCalendar}
 * @param groups candidate groups, the first is the one whose turn it is; none where it is one named person's
 * @param department the department whose task this is, null for the municipality's tasks
 * @param subject what a reusable step decides on, such as {@code WELFARE_REPORT}; null elsewhere
 * @param body the elected body whose decision is recorded; null elsewhere
 * @param assignee who has claimed it, null when nobody has; whose it is where it is one named person's
 */
public record OpenTask(
        String id,
        MunicipalityCode municipality,
        @Nullable CycleId cycleOrNull,
        @Nullable String matter,
        String processInstance,
        String process,
        String task,
        List<String> groups,
        @Nullable DepartmentCode department,
        @Nullable MilestoneKind milestone,
        @Nullable String subject,
        @Nullable String body,
        @Nullable Username assignee,
        Instant openedAt,
        @Nullable Instant dueAt) {

    public OpenTask {
        groups = List.copyOf(groups);
    }

    /** The cycle of a cycle's task. */
    public CycleId cycle() {
        if (cycleOrNull == null) {
            throw new IllegalStateException(task + " is not a cycle's task");
        }
        return cycleOrNull;
    }

    /** The department of a departmental task. */
    public DepartmentCode requiredDepartment() {
        if (department == null) {
            throw new IllegalStateException(task + " is not a department's task");
        }
        return department;
    }

    /** True where it is one named person's and nobody else can take it. */
    public boolean isPersonal() {
        return groups.isEmpty();
    }

    /** The person whose own task it is, whoever does it as a deputy. */
    public Username namedPerson() {
        if (!isPersonal()) {
            throw new IllegalStateException(task + " is a group's task");
        }
        return Objects.requireNonNull(assignee, "assignee");
    }

    /**
     * True for people of the task's municipality who are in one of its groups or whose own it is, and for those who
     * stand in for such a person today.
     */
    public boolean isFor(Person person) {
        return person.isEntitled(this::isOwnOf);
    }

    /** For whom this person stands in where the task is not for this person otherwise. */
    public Optional<Deputyship> deputyFor(Person person) {
        return person.deputyFor(this::isOwnOf);
    }

    private boolean isOwnOf(Person person) {
        if (isPersonal()) {
            return isAssignedTo(person);
        }
        return groups.stream().anyMatch(group -> person.isInGroup(group, municipality));
    }

    private boolean isAssignedTo(Person person) {
        return person.username().equals(assignee) && person.belongsTo(municipality);
    }

    /**
     * True when this person may complete it now: it is for them and nobody has claimed it but they or somebody for
     * whom they stand in.
     */
    public boolean canBeCompletedBy(Person person) {
        return isFor(person) && (assignee == null || person.isEntitled(this::isAssignedTo));
    }

    /** Message key of the task's name, the same in mails, lists and pages. */
    public String nameKey() {
        return "task." + process + "." + task;
    }
}
