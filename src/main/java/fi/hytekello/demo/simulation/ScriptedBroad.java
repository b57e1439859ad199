package fi.hytekello.demo.simulation;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.indicator.LatestValues;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.plan.Chapter;
import fi.hytekello.plan.Chapters;
import fi.hytekello.plan.Concern;
import fi.hytekello.plan.Concerns;
import fi.hytekello.plan.GoalCategory;
import fi.hytekello.plan.GoalContent;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.LifeCycleGroup;
import fi.hytekello.plan.ReportSection;
import fi.hytekello.plan.StartProposal;
import fi.hytekello.plan.StartProposals;
import java.util.List;
import org.springframework.stereotype.Component;

/** What coordinator, departments and wellbeing group fill in while a broad report is begun. */
@Component
class ScriptedBroad {

    private static final DepartmentCode WRITES_OF_CHILDREN = new DepartmentCode("education");

    private final StartProposals proposals;
    private final Chapters chapters;
    private final Concerns concerns;
    private final Goals goals;
    private final LatestValues indicators;

    ScriptedBroad(
            StartProposals proposals, Chapters chapters, Concerns concerns, Goals goals, LatestValues indicators) {
        this.proposals = proposals;
        this.chapters = chapters;
        this.concerns = concerns;
        this.goals = goals;
        this.indicators = indicators;
    }

    /** The second version, after the board's return, tells the schedule more closely. */
    void proposeStart(Turn turn) {
        StartProposal proposal = proposals.current(turn.cycle());
        String schedule = turn.text("broad.schedule");
        proposals.write(
                turn.cycle(),
                new StartProposal.Content(
                        turn.text("broad.organisation"),
                        proposal.number() == 1 ? schedule : schedule + " " + turn.text("broad.schedule.again"),
                        turn.text("broad.groups"),
                        turn.text("broad.participation")),
                proposal.version());
    }

    /** One chapter more, and a department for another. */
    void fixStructure(Turn turn) {
        chapters.add(
                turn.cycle(),
                new Chapter.Content(turn.text("broad.chapter"), null, true, null, turn.text("broad.chapter.guidance")));
        Chapter children = chapters.get(turn.cycle(), new ReportSection("CHILDREN_AND_YOUNG"));
        chapters.revise(
                turn.cycle(),
                children.section(),
                new Chapter.Content(
                        children.content().headingFi(),
                        children.content().headingSv(),
                        true,
                        WRITES_OF_CHILDREN,
                        turn.text("broad.chapter.guidance")),
                children.version());
    }

    void listConcerns(Turn turn) {
        for (Concern.Kind kind : Concern.Kind.values()) {
            long id = concerns.add(
                    turn.cycle(), turn.task().department(), turn.person().username());
            concerns.revise(
                    turn.cycle(),
                    turn.task().department(),
                    id,
                    new Concern.Content(
                            kind,
                            LifeCycleGroup.CHILDREN_AND_YOUNG,
                            turn.text("concern.theme." + kind),
                            turn.text("concern." + kind)),
                    0,
                    turn.person().username());
        }
    }

    /** The first concern is justified and becomes a target and a goal; of the second nothing is known; the rest are not. */
    void testConcerns(Turn turn) {
        int indicator =
                indicators.of(turn.task().municipality()).get(0).indicator().id();
        List<Concern> tested = concerns.toTest(turn.cycle());
        for (int i = 0; i < tested.size(); i++) {
            Concern concern = tested.get(i);
            Concern.Test test = i == 0
                    ? new Concern.Test(
                            Concern.Verdict.JUSTIFIED,
                            indicator,
                            turn.text("concern.test"),
                            turn.text("concern.target"))
                    : i == 1
                            ? new Concern.Test(Concern.Verdict.NO_DATA, null, turn.text("concern.noData"), null)
                            : new Concern.Test(Concern.Verdict.NOT_JUSTIFIED, indicator, null, null);
            concerns.test(
                    turn.cycle(),
                    concern.id(),
                    test,
                    concern.version(),
                    turn.person().username());
        }
        concerns.makeGoal(turn.cycle(), tested.get(0).id(), turn.person().language());
        addGoals(turn.cycle());
    }

    /** A new council's plan begins with the concern's goal alone; the others follow it, to as many as there were. */
    private void addGoals(CycleId cycle) {
        int known = goals.list(cycle).size();
        DemoTable.read("goals.csv").stream()
                .skip(known)
                .forEach(row -> goals.add(
                        cycle,
                        new GoalContent(
                                row.get("title_fi"),
                                row.get("title_sv"),
                                LifeCycleGroup.valueOf(row.get("life_cycle")),
                                GoalCategory.valueOf(row.get("category")),
                                row.get("root_cause"),
                                null,
                                null,
                                null)));
    }
}
