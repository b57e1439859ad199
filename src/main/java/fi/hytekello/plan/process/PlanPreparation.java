package fi.hytekello.plan.process;

import fi.hytekello.plan.GoalCarryOver;
import fi.hytekello.plan.WelfareReports;
import fi.hytekello.worklist.TaskOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The year's goals are there when its calendar is prepared, a version of the report when its writing begins. */
@Component
class PlanPreparation {

    private final GoalCarryOver goals;
    private final WelfareReports reports;

    PlanPreparation(GoalCarryOver goals, WelfareReports reports) {
        this.goals = goals;
        this.reports = reports;
    }

    @EventListener
    void opened(TaskOpened opened) {
        switch (opened.task().task()) {
            case "Activity_ConfirmCalendar" -> goals.atTheStart(opened.task().cycle());
            case "Activity_WriteDraft" -> reports.beginDraft(opened.task().cycle());
            default -> {}
        }
    }
}
