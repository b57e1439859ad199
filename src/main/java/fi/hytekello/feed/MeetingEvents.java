package fi.hytekello.feed;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.decision.Decision;
import fi.hytekello.decision.Decisions;
import fi.hytekello.municipality.Department;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.negotiation.Meeting;
import fi.hytekello.negotiation.Meetings;
import fi.hytekello.platform.ical.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Meetings: the yearly negotiation with the county, and those of elected bodies to which a matter was tabled. What is on
 * an agenda is read behind the sign-in only.
 */
@Component
class MeetingEvents {

    private final Meetings negotiations;
    private final Decisions decisions;
    private final Municipalities municipalities;
    private final FeedWords words;

    MeetingEvents(Meetings negotiations, Decisions decisions, Municipalities municipalities, FeedWords words) {
        this.negotiations = negotiations;
        this.decisions = decisions;
        this.municipalities = municipalities;
        this.words = words;
    }

    /** All meetings; how to join one from afar is told to those who take part. */
    List<FeedEvent> ofAll(Years years) {
        List<FeedEvent> events = new ArrayList<>();
        negotiations.of(years.ids()).forEach(meeting -> events.add(negotiation(years, meeting, false)));
        events.addAll(tabled(years, cycle -> true));
        return events;
    }

    /** Negotiations in which the person takes part, and bodies' meetings for those who prepare and record them. */
    List<FeedEvent> of(Years years, Person person) {
        List<FeedEvent> events = new ArrayList<>();
        negotiations.of(years.ids()).stream()
                .filter(meeting -> takesPart(person, cycle(years, meeting.cycle()), meeting))
                .forEach(meeting -> events.add(negotiation(years, meeting, true)));
        events.addAll(tabled(
                years,
                cycle -> person.holds(Role.SECRETARY, cycle.municipality())
                        || person.holds(Role.COORDINATOR, cycle.municipality())));
        return events;
    }

    /** The coordinator leads it and the manager is told of each; the others are on the list with their addresses. */
    private static boolean takesPart(Person person, Cycle cycle, Meeting meeting) {
        return person.holds(Role.COORDINATOR, cycle.municipality())
                || person.holds(Role.MANAGER, cycle.municipality())
                || meeting.emails().contains(person.email().toLowerCase(Locale.ROOT));
    }

    private FeedEvent negotiation(Years years, Meeting meeting, boolean joins) {
        Locale in = years.language();
        Cycle cycle = cycle(years, meeting.cycle());
        String path = "/cycles/" + cycle.id() + "/negotiation";
        String remote = joins ? meeting.remoteLink() : null;
        return new FeedEvent(
                "negotiation-" + cycle.id(),
                new Span.Time(meeting.startsAt(), meeting.endsAt()),
                words.text("feed.negotiation", in, years.name(cycle)),
                words.description(
                        path,
                        in,
                        words.text("feed.negotiation.what", in),
                        remote == null ? "" : words.text("feed.negotiation.join", in, remote)),
                meeting.place() == null ? remote : meeting.place(),
                path,
                true);
    }

    private List<FeedEvent> tabled(Years years, Predicate<Cycle> concerns) {
        List<Decision> tabled = decisions.tabled(years.ids()).stream()
                .filter(decision -> concerns.test(cycle(years, decision.cycle())))
                .toList();
        if (tabled.isEmpty()) {
            return List.of();
        }
        Map<MunicipalityCode, Map<DepartmentCode, String>> departments =
                municipalities.departments(years.places().keySet()).stream()
                        .collect(Collectors.groupingBy(
                                Department::municipality,
                                Collectors.toMap(Department::code, one -> one.name(years.language()))));
        return tabled.stream()
                .map(decision -> tabled(years, decision, departments))
                .toList();
    }

    private FeedEvent tabled(
            Years years, Decision decision, Map<MunicipalityCode, Map<DepartmentCode, String>> departments) {
        Locale in = years.language();
        Cycle cycle = cycle(years, decision.cycle());
        String department =
                departments.getOrDefault(cycle.municipality(), Map.of()).get(decision.department());
        String path = "/cycles/" + cycle.id() + "/decisions";
        return new FeedEvent(
                "meeting-" + decision.id(),
                new Span.Day(Objects.requireNonNull(decision.nextMeetingOn())),
                words.text(
                        "feed.meeting",
                        in,
                        words.office("decidedBy." + decision.decidedBy(), years.isCity(cycle.municipality()), in),
                        words.text("subject." + decision.subject(), in),
                        department == null ? years.name(cycle) : years.name(cycle) + " · " + department),
                words.description(path, in, words.text("feed.meeting.what", in, words.day(decision.decidedOn(), in))),
                null,
                path,
                false);
    }

    private static Cycle cycle(Years years, CycleId id) {
        return years.find(id).orElseThrow();
    }
}
