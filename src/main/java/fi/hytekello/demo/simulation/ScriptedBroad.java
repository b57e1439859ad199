package fi.hytekello.demo.simulation;

import fi.hytekello.indicator.LatestValues;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.plan.Chapter;
import fi.hytekello.plan.Chapters;
import fi.hytekello.plan.Concern;
import fi.hytekello.plan.Concerns;
import fi.hytekello.plan.LifeCycleGroup;
import fi.hytekello.plan.ReportSection;
import fi.hytekello.plan.StartProposal;
import fi.hytekello.plan.StartProposals;
import fi.hytekello.worklist.OpenTask;
import java.util.List;
import org.springframework.stereotype.Component;

/** What coordinator, departments and wellbeing group fill in while a broad report is begun. */
@Component
class ScriptedBroad {

    private static final DepartmentCode WRITES_OF_CHILDREN = new DepartmentCode("education");

    private final StartProposals proposals;
    private final Chapters chapters;
    private final Concerns concerns;
    private final LatestValues indicators;

    ScriptedBroad(StartProposals proposals, Chapters chapters, Concerns concerns, LatestValues indicators) {
        this.proposals = proposals;
        this.chapters = chapters;
        this.concerns = concerns;
        this.indicators = indicators;
    }

    /** The second version, after the board's return, tells the schedule more closely. */
    void proposeStart(OpenTask task, Script script) {
        StartProposal proposal = proposals.current(task.cycle());
        String schedule = script.text("broad.schedule");
        proposals.write(
                task.cycle(),
                new StartProposal.Content(
                        script.text("broad.organisation"),
                        proposal.number() == 1 ? schedule : schedule + " " + script.text("broad.schedule.again"),
                        script.text("broad.groups"),
                        script.text("broad.participation")),
                proposal.version());
    }

    /** One chapter more, and a department for another. */
    void fixStructure(OpenTask task, Script script) {
        chapters.add(
                task.cycle(),
                new Chapter.Content(
                        script.text("broad.chapter"), null, true, null, script.text("broad.chapter.guidance")));
        Chapter children = chapters.get(task.cycle(), new ReportSection("CHILDREN_AND_YOUNG"));
        chapters.revise(
                task.cycle(),
                children.section(),
                new Chapter.Content(
                        children.content().headingFi(),
                        children.content().headingSv(),
                        true,
                        WRITES_OF_CHILDREN,
                        script.text("broad.chapter.guidance")),
                children.version());
    }

    void listConcerns(OpenTask task, Person person, Script script) {
        for (Concern.Kind kind : Concern.Kind.values()) {
            long id = concerns.add(task.cycle(), task.department(), person.username());
            concerns.revise(
                    task.cycle(),
                    task.department(),
                    id,
                    new Concern.Content(
                            kind,
                            LifeCycleGroup.CHILDREN_AND_YOUNG,
                            script.text("concern.theme." + kind),
                            script.text("concern." + kind)),
                    0,
                    person.username());
        }
    }

    /** The first concern is justified and becomes a target and a goal; of the second nothing is known; the rest are not. */
    void testConcerns(OpenTask task, Person person, Script script) {
        int indicator = indicators.of(task.municipality()).get(0).indicator().id();
        List<Concern> tested = concerns.toTest(task.cycle());
        for (int i = 0; i < tested.size(); i++) {
            Concern concern = tested.get(i);
            Concern.Test test = i == 0
                    ? new Concern.Test(
                            Concern.Verdict.JUSTIFIED,
                            indicator,
                            script.text("concern.test"),
                            script.text("concern.target"))
                    : i == 1
                            ? new Concern.Test(Concern.Verdict.NO_DATA, null, script.text("concern.noData"), null)
                            : new Concern.Test(Concern.Verdict.NOT_JUSTIFIED, indicator, null, null);
            concerns.test(task.cycle(), concern.id(), test, concern.version(), person.username());
        }
        concerns.makeGoal(task.cycle(), tested.get(0).id(), person.language());
    }
}
