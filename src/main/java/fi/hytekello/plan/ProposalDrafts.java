package fi.hytekello.plan;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A department drafts its proposals row by row, several people at once. */
@Service
public class ProposalDrafts {

    private final Proposals proposals;
    private final Measures measures;
    private final Goals goals;
    private final People people;

    ProposalDrafts(Proposals proposals, Measures measures, Goals goals, People people) {
        this.people = people;
        this.proposals = proposals;
        this.measures = measures;
        this.goals = goals;
    }

    /** @throws Conflict when the proposals are not the department's to change now */
    @Transactional
    public MeasureId add(CycleId cycle, DepartmentCode department, Username by) {
        proposals.editable(cycle, department);
        return measures.draft(cycle, department, null, null, by);
    }

    /**
     * Saves a row; gaps are allowed, they are refused at the submission.
     *
     * @param version the version of the row that the editor saw
     * @throws Conflict when somebody changed the row after that version
     * @throws NotFound when the row is gone or another department's
     */
    @Transactional
    public Measure revise(
            CycleId cycle, DepartmentCode department, MeasureId id, MeasureContent content, int version, Username by) {
        proposals.editable(cycle, department);
        Measure before = own(cycle, department, id);
        unchangedSince(before, version);
        GoalId goal = content.goal();
        if (goal != null
                && goals.list(cycle).stream().noneMatch(known -> known.id().equals(goal))) {
            throw new InvalidInput("goal", "problem.answer.choice");
        }
        checkPerson("owner", content.owner(), before.content().owner(), before);
        checkPerson("deputy", content.deputy(), before.content().deputy(), before);
        if (content.equals(before.content())) {
            return before;
        }
        measures.store(before, before.revise(content), "measure.changed", by);
        return measures.get(id);
    }

    /**
     * Deletes a row; the audit trail keeps what it held.
     *
     * @throws Conflict when somebody changed the row after that version
     * @throws NotFound when the row is gone or another department's
     */
    @Transactional
    public void delete(CycleId cycle, DepartmentCode department, MeasureId id, int version) {
        proposals.editable(cycle, department);
        Measure before = own(cycle, department, id);
        unchangedSince(before, version);
        measures.remove(before, version);
    }

    /** Who is named anew must work for the municipality; who has left meanwhile is found at the submission. */
    private void checkPerson(String field, @Nullable Username named, @Nullable Username before, Measure measure) {
        if (named != null
                && !named.equals(before)
                && people.find(named)
                        .filter(person -> person.belongsTo(measures.municipality(measure)))
                        .isEmpty()) {
            throw new InvalidInput(field, "problem.answer.choice");
        }
    }

    private static void unchangedSince(Measure now, int version) {
        if (now.version() != version) {
            throw new Conflict("problem.measure.changed");
        }
    }

    /** @throws NotFound when the row is gone or another department's */
    Measure own(CycleId cycle, DepartmentCode department, MeasureId id) {
        Measure measure = measures.get(id);
        if (!measure.cycle().equals(cycle) || !measure.department().equals(department)) {
            throw new NotFound("problem.measure.unknown");
        }
        return measure;
    }
}
