package fi.hytekello.indicator.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.indicator.Discussion;
import fi.hytekello.indicator.Inactivities;
import fi.hytekello.indicator.IndicatorDiscussions;
import fi.hytekello.indicator.IndicatorRound;
import fi.hytekello.indicator.Snapshots;
import fi.hytekello.municipality.Person;
import fi.hytekello.worklist.OpenTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gives pages how far the review of a cycle's indicators has come. */
@Component
class ReviewState {

    private final IndicatorDiscussions discussions;
    private final Inactivities inactivities;
    private final IndicatorRound round;
    private final Snapshots snapshots;

    ReviewState(
            IndicatorDiscussions discussions, Inactivities inactivities, IndicatorRound round, Snapshots snapshots) {
        this.discussions = discussions;
        this.inactivities = inactivities;
        this.round = round;
        this.snapshots = snapshots;
    }

    void show(Cycle cycle, Person person, Model model) {
        model.addAttribute("frozenAt", snapshots.frozenAt(cycle.id()).orElse(null));
        model.addAttribute("discussion", discussions.of(cycle.id()));
        model.addAttribute("inactivities", inactivities.of(cycle.id()));
        model.addAttribute("mayClose", round.mayBeClosedBy(person, cycle));
    }

    /** Why the group has sent the explanations of the task's department back, null where it has not. */
    Discussion.@Nullable Returned returned(OpenTask task) {
        Discussion.Returned returned = discussions.of(task.cycle()).returned();
        return returned != null && returned.isOpen() && returned.department().equals(task.requiredDepartment())
                ? returned
                : null;
    }
}
