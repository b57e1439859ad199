package fi.hytekello.feed;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.DeadlineKind;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.DeadlineWords;
import fi.hytekello.cycle.Milestone;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.YearClock.Standing;
import fi.hytekello.cycle.YearClock.Step;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.ical.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The steps of the years: the day on which each opens, where it has one, and its deadline. */
@Component
class StepEvents {

    /** What a step is to the reader. */
    interface Concern {

        /** Empty where it does not concern the reader. */
        Optional<Part> in(Cycle cycle, Step step);
    }

    /**
     * The reader's part in a step.
     *
     * @param what there is to do or whose turn it is; may be empty
     * @param path of the page where to do or to see it
     */
    record Part(String what, String path) {}

    private final BusinessDays businessDays;
    private final DeadlineWords deadlines;
    private final FeedWords words;

    StepEvents(BusinessDays businessDays, DeadlineWords deadlines, FeedWords words) {
        this.businessDays = businessDays;
        this.deadlines = deadlines;
        this.words = words;
    }

    /** All steps, each with whose turn it is. */
    List<FeedEvent> ofAll(Years years) {
        return of(
                years,
                (cycle, step) ->
                        Optional.of(new Part(turn(step.milestone().kind(), years, cycle), "/cycles/" + cycle.id())));
    }

    /** Until the manager has confirmed the calendar, it is a draft: then only the opening of the year is told. */
    List<FeedEvent> of(Years years, Concern concern) {
        List<FeedEvent> events = new ArrayList<>();
        years.steps()
                .forEach((cycle, steps) -> steps.stream()
                        .filter(step -> cycle.state() != Cycle.State.PREPARING
                                || step.milestone().kind() == MilestoneKind.CYCLE_OPENING)
                        .forEach(step -> concern.in(cycle, step)
                                .ifPresent(part -> events.addAll(events(years, cycle, step, part)))));
        return events;
    }

    private List<FeedEvent> events(Years years, Cycle cycle, Step step, Part part) {
        LocalDate opens = step.milestone().opensOn();
        FeedEvent deadline = deadline(years, cycle, step, part);
        return opens == null ? List.of(deadline) : List.of(opening(years, cycle, step, opens), deadline);
    }

    private FeedEvent opening(Years years, Cycle cycle, Step step, LocalDate opens) {
        Locale in = years.language();
        Milestone milestone = step.milestone();
        String path = "/cycles/" + cycle.id();
        return new FeedEvent(
                key("opening", milestone),
                new Span.Day(businessDays.next(opens)),
                words.text("feed.opens", in, name(milestone, in), years.name(cycle)),
                words.description(path, in, words.text("feed.opens.until", in, words.moment(milestone.dueAt(), in))),
                null,
                path,
                false);
    }

    private FeedEvent deadline(Years years, Cycle cycle, Step step, Part part) {
        Locale in = years.language();
        Milestone milestone = step.milestone();
        String title = step.standing() == Standing.DONE ? "feed.done" : "feed.deadline";
        return new FeedEvent(
                key("deadline", milestone),
                FeedEvent.deadline(milestone.dueAt()),
                words.text(title, in, name(milestone, in), years.name(cycle)),
                words.description(part.path(), in, part.what(), law(milestone, in), moved(milestone, in)),
                null,
                part.path(),
                false);
    }

    private String law(Milestone milestone, Locale in) {
        return milestone.deadlineKind() == DeadlineKind.SELF_SET
                ? ""
                : words.text("calendar.kind." + milestone.deadlineKind(), in) + ".";
    }

    private String moved(Milestone milestone, Locale in) {
        return Objects.requireNonNullElse(deadlines.of(milestone, in), "");
    }

    private String turn(MilestoneKind kind, Years years, Cycle cycle) {
        Locale in = years.language();
        boolean city = years.isCity(cycle.municipality());
        String roles = Actors.of(kind).stream()
                .map((Role role) -> words.office("role." + role, city, in))
                .collect(Collectors.joining(", "));
        return roles.isEmpty() ? "" : words.text("feed.turn", in, roles);
    }

    private String name(Milestone milestone, Locale in) {
        return words.text("milestone." + milestone.kind(), in);
    }

    private static String key(String what, Milestone milestone) {
        return what + "-" + milestone.cycle() + "-"
                + milestone.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
