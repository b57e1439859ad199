package fi.hytekello.demo.simulation;

import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureContent;
import fi.hytekello.plan.MeasurePart;
import fi.hytekello.plan.Measures;
import fi.hytekello.plan.PlanScope;
import fi.hytekello.plan.PopulationGroup;
import fi.hytekello.plan.ProposalDrafts;
import fi.hytekello.plan.Responsibilities;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How departments propose measures and the people they name take them on, or not. */
@Component
class ScriptedProposals {

    private final Cycles cycles;
    private final People people;
    private final ProposalSheets sheets;
    private final Measures measures;
    private final Goals goals;
    private final ProposalDrafts drafts;
    private final Responsibilities responsibilities;
    private final ScriptedAssessments assessments;

    ScriptedProposals(
            Cycles cycles,
            People people,
            ProposalSheets sheets,
            Measures measures,
            Goals goals,
            ProposalDrafts drafts,
            Responsibilities responsibilities,
            ScriptedAssessments assessments) {
        this.cycles = cycles;
        this.people = people;
        this.sheets = sheets;
        this.measures = measures;
        this.goals = goals;
        this.drafts = drafts;
        this.responsibilities = responsibilities;
        this.assessments = assessments;
    }

    /** Brings the rows in as a table; after a return somebody else takes over or the table comes again, changed. */
    void propose(Turn turn) {
        if (turn.does("by", "NOBODY")) {
            return;
        }
        List<Measure> before = measures.of(turn.cycle(), turn.department());
        if (before.stream().allMatch(measure -> measure.correctiveOfIndicator() != null)) {
            sheets.bringIn(turn);
            before.forEach(measure -> complete(turn, measure));
        } else if (!replaceThoseWhoRefused(turn)) {
            sheets.bringAgain(turn);
        }
        assessments.complete(turn);
    }

    /** Row by row on the page: what a red light asks for is done within the ordinary work. */
    private void complete(Turn turn, Measure corrective) {
        Username by = turn.person().username();
        Person director = people.inGroups(
                        turn.task().municipality(), List.of(Role.DEPARTMENT_DIRECTOR.group(turn.department())))
                .get(0);
        int year = cycles.get(turn.cycle()).year() + 1;
        MeasureContent content = new MeasureContent(
                goals.list(turn.cycle()).get(0).id(),
                corrective.title(),
                director.username(),
                by,
                null,
                null,
                null,
                true,
                null,
                null,
                corrective.content().indicator(),
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                PopulationGroup.ALL,
                Set.of(PlanScope.WELLBEING_PLAN));
        drafts.revise(turn.cycle(), turn.department(), corrective.id(), content, corrective.version(), by);
    }

    /** The department's own contact takes what somebody could not; true where somebody could not. */
    private boolean replaceThoseWhoRefused(Turn turn) {
        Username by = turn.person().username();
        List<MeasurePart> refused = responsibilities.of(turn.cycle()).stream()
                .filter(part -> part.state() == MeasurePart.State.REFUSED)
                .filter(part -> measures.get(part.measure()).department().equals(turn.department()))
                .toList();
        for (MeasurePart part : refused) {
            Measure measure = measures.get(part.measure());
            MeasureContent content = measure.content();
            MeasureContent changed = content.answeredBy(
                    part.part() == MeasurePart.Part.OWNER ? by : content.owner(),
                    part.part() == MeasurePart.Part.DEPUTY ? by : content.deputy());
            drafts.revise(turn.cycle(), turn.department(), measure.id(), changed, measure.version(), by);
        }
        return !refused.isEmpty();
    }

    /** One who declines cannot take the first of what is asked as a deputy. */
    void confirm(Turn turn) {
        if (!"false".equals(turn.cue().answers().get("responsibilityAccepted"))) {
            return;
        }
        Username by = turn.person().username();
        responsibilities.openFor(turn.cycle(), turn.department(), by).stream()
                .filter(part -> part.part() == MeasurePart.Part.DEPUTY)
                .findFirst()
                .ifPresent(part -> responsibilities.mark(
                        turn.cycle(),
                        turn.department(),
                        by,
                        part.measure(),
                        part.part(),
                        true,
                        turn.text("responsibility.refuse")));
    }
}
