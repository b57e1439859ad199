package fi.hytekello.feed;

import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.cycle.YearClock;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a feed is to tell now: some ten statements, however many tasks and events there are, and for each year that has not
 * ended a few more by which the engine says what it waits for.
 */
@Component
class FeedContents {

    /** How far back a calendar reaches: a whole cycle, from its opening to the follow-up in the next year. */
    private static final Period PAST = Period.ofYears(2);

    private final Cycles cycles;
    private final YearClock yearClock;
    private final Municipalities municipalities;
    private final StepEvents steps;
    private final TaskEvents tasks;
    private final MeetingEvents meetings;
    private final BodyMeetingEvents bodies;
    private final MeasureEvents measures;
    private final Clock clock;

    FeedContents(
            Cycles cycles,
            YearClock yearClock,
            Municipalities municipalities,
            StepEvents steps,
            TaskEvents tasks,
            MeetingEvents meetings,
            BodyMeetingEvents bodies,
            MeasureEvents measures,
            Clock clock) {
        this.cycles = cycles;
        this.yearClock = yearClock;
        this.municipalities = municipalities;
        this.steps = steps;
        this.tasks = tasks;
        this.meetings = meetings;
        this.bodies = bodies;
        this.measures = measures;
        this.clock = clock;
    }

    /** All steps and meetings of a municipality's years. */
    List<FeedEvent> of(MunicipalityCode municipality, Locale language) {
        Years years = years(List.of(municipality), language);
        return recent(Stream.of(steps.ofAll(years), meetings.ofAll(years), bodies.ofAll(years, horizon())));
    }

    /** What concerns one person. */
    List<FeedEvent> of(Person person) {
        Years years = years(person.municipalities(), person.language());
        return recent(Stream.of(
                tasks.of(years, person),
                meetings.of(years, person),
                bodies.of(years, person, horizon()),
                measures.of(years, person)));
    }

    /** What ended before this moment is not told any more. */
    Instant horizon() {
        return today().minus(PAST).atStartOfDay(Finland.ZONE).toInstant();
    }

    private List<FeedEvent> recent(Stream<List<FeedEvent>> events) {
        Instant horizon = horizon();
        return events.flatMap(List::stream)
                .filter(event -> event.span().ends().isAfter(horizon))
                .toList();
    }

    private Years years(List<MunicipalityCode> codes, Locale language) {
        int first = today().minus(PAST).getYear() - 1;
        List<Cycle> recent =
                cycles.of(codes).stream().filter(cycle -> cycle.year() >= first).toList();
        Map<MunicipalityCode, Municipality> places =
                municipalities.of(codes).stream().collect(Collectors.toMap(Municipality::code, Function.identity()));
        return new Years(language, places, yearClock.steps(recent));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Finland.ZONE));
    }
}
