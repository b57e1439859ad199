package fi.hytekello.nomination;

import fi.hytekello.body.Organisation;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.calendar.Mornings;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Role;
import fi.hytekello.notification.Notification;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.notification.Outbox;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Writes to the organisations: the request at once, reminders 10, 3 and 1 working days before the deadline (R3-09). The
 * reminders lie in the outbox until their day and are taken out again when they are not needed any more.
 */
@Component
class RequestMails {

    private static final String ESCALATED = ":escalated";

    private static final List<Integer> REMINDERS = List.of(10, 3, 1);

    /** What an acknowledgement says of the answer. */
    enum Outcome {
        GIVEN,
        LATE,
        REPLACEMENT,
        /** The body is composed already. */
        PROPOSED,
        DECLINED,
        EXPECTED
    }

    private final Outbox outbox;
    private final Organisations organisations;
    private final People people;
    private final BusinessDays businessDays;
    private final Mornings mornings;

    RequestMails(
            Outbox outbox, Organisations organisations, People people, BusinessDays businessDays, Mornings mornings) {
        this.outbox = outbox;
        this.organisations = organisations;
        this.people = people;
        this.businessDays = businessDays;
        this.mornings = mornings;
    }

    /** With the link to the registry, and to the expert that it went there. */
    void sent(Request request, Instant now) {
        Organisation to = organisations.get(request.council(), request.organisation());
        outbox.addOutside(RequestNotices.both(request, to, NotificationKind.NOMINATION_REQUEST, "", now));
        remind(List.of(request), now);
    }

    void sentAgain(Request request, Instant now) {
        Organisation to = organisations.get(request.council(), request.organisation());
        outbox.addOutside(RequestNotices.both(request, to, NotificationKind.NOMINATION_REQUEST, ":again:" + now, now));
    }

    /** The deadline is another now; told once for each change, also when it comes back to a day it had before. */
    void moved(Collection<Request> requests, Instant now) {
        noMoreReminders(requests.stream().map(Request::id).toList());
        Map<OrganisationId, Organisation> known = known(requests);
        outbox.addOutside(requests.stream()
                .flatMap(request -> RequestNotices.answering(
                        request,
                        Objects.requireNonNull(known.get(request.organisation())),
                        NotificationKind.NOMINATION_EXTENSION,
                        ":moved:" + now,
                        request.lastDay(),
                        now)
                        .stream())
                .toList());
        remind(requests, now);
    }

    /** A seat is open again until its own deadline. */
    void reopened(Request request, Instant now) {
        noMoreReminders(List.of(request.id()));
        Organisation to = organisations.get(request.council(), request.organisation());
        outbox.addOutside(
                RequestNotices.both(request, to, NotificationKind.NOMINATION_REOPENED, ":reopened:" + now, now));
        remind(List.of(request), now);
    }

    /** All have answered, and a seat is still free. */
    void askedAgain(Request request, Instant now) {
        noMoreReminders(List.of(request.id()));
        Organisation to = organisations.get(request.council(), request.organisation());
        outbox.addOutside(
                RequestNotices.both(request, to, NotificationKind.NOMINATION_ASKED_AGAIN, ":askedAgain:" + now, now));
        remind(List.of(request), now);
    }

    /** The reminders before the day on which the organisation decides are not needed, one after it is. */
    void expected(Request request, Instant now) {
        noMoreReminders(List.of(request.id()));
        remind(List.of(request), now);
    }

    /** The management, too, is not told any more that an answer is missing, where that has not left yet. */
    void noMoreReminders(Collection<RequestId> requests) {
        List<String> subjects = requests.stream().map(RequestAnswers::subject).toList();
        outbox.withdraw(subjects, NotificationKind.NOMINATION_REMINDER);
        outbox.withdraw(
                subjects.stream().map(subject -> subject + ESCALATED).toList(), NotificationKind.NOMINATION_ESCALATION);
    }

    /** Acknowledges an answer to the organisation, and passes it on to the registry of the council (R3-10). */
    void received(Request request, Outcome outcome, Instant now) {
        Organisation to = organisations.get(request.council(), request.organisation());
        String occasion = ":answer:" + (outcome == Outcome.EXPECTED ? request.expectedOn() : request.version());
        outbox.addOutside(RequestNotices.both(request, to, NotificationKind.NOMINATION_RECEIVED, occasion, now).stream()
                .map(notice -> notice.with(Map.of("outcome", outcome.name())))
                .toList());
        outbox.add(people.inGroups(request.council(), List.of(Role.REGISTRY.group(null))).stream()
                .map(registry -> new Notification(
                        registry,
                        request.council(),
                        null,
                        NotificationKind.NOMINATION_RECEIVED,
                        RequestAnswers.subject(request.id()) + occasion,
                        null,
                        null,
                        Map.of("request", request.id().toString(), "to", "council", "outcome", outcome.name())))
                .toList());
    }

    /** To the management, where its address is known. */
    void escalated(Request request, Instant now) {
        Organisation to = organisations.get(request.council(), request.organisation());
        String address = to.managementEmail();
        if (address != null) {
            outbox.addOutside(List.of(RequestNotices.notice(
                    request,
                    to,
                    "management",
                    address,
                    NotificationKind.NOMINATION_ESCALATION,
                    ESCALATED,
                    LocalDate.ofInstant(now, Finland.ZONE),
                    now)));
        }
    }

    /** The organisation ends: it is told once that it is not asked any more, and nothing after that. */
    void organisationEnds(Request request, LocalDate last, Instant now) {
        Organisation to = organisations.get(request.council(), request.organisation());
        outbox.addOutside(RequestNotices.evenIfEnded(request, to, NotificationKind.NOMINATION_CLOSED, now).stream()
                .map(notice -> notice.with(Map.of("last", last.toString())))
                .toList());
    }

    /** On which days reminders are due: after the day on which the organisation decides, where it has told one. */
    List<LocalDate> reminders(Request request, Instant now) {
        LocalDate due = request.lastDay();
        TreeSet<LocalDate> days = new TreeSet<>();
        REMINDERS.forEach(before -> days.add(businessDays.minus(due, before)));
        LocalDate expected = request.expectedOn();
        if (expected != null) {
            LocalDate after = businessDays.plus(expected, 1);
            days.removeIf(day -> day.isBefore(after));
            days.add(after);
        }
        return days.stream()
                .filter(day -> !day.isAfter(due))
                .filter(day -> day.isAfter(LocalDate.ofInstant(now, Finland.ZONE)))
                .toList();
    }

    private void remind(Collection<Request> requests, Instant now) {
        Map<OrganisationId, Organisation> known = known(requests);
        outbox.addOutside(requests.stream()
                .flatMap(request -> reminders(request, now).stream()
                        .flatMap(day -> RequestNotices.answering(
                                request,
                                Objects.requireNonNull(known.get(request.organisation())),
                                NotificationKind.NOMINATION_REMINDER,
                                "",
                                day,
                                mornings.of(day))
                                .stream()))
                .toList());
    }

    private Map<OrganisationId, Organisation> known(Collection<Request> requests) {
        return requests.stream()
                .map(Request::council)
                .distinct()
                .flatMap(council -> organisations.of(council).stream())
                .collect(Collectors.toMap(Organisation::id, Function.identity()));
    }
}
