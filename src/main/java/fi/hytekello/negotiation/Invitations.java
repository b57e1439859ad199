package fi.hytekello.negotiation;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.notification.Notification;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.notification.Outbox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts invitations, updates and cancellations into the outbox. The manager is told of each. Where the county calls the
 * negotiation together, it invites the others itself.
 */
@Service
public class Invitations {

    private final Negotiations negotiations;
    private final CalendarMessages messages;
    private final Cycles cycles;
    private final People people;
    private final Outbox outbox;

    Invitations(Negotiations negotiations, CalendarMessages messages, Cycles cycles, People people, Outbox outbox) {
        this.negotiations = negotiations;
        this.messages = messages;
        this.cycles = cycles;
        this.people = people;
        this.outbox = outbox;
    }

    /**
     * Invites to the arranged meeting; safe to call again. A changed time or place goes to all under the next sequence,
     * an unchanged meeting only to those who were not invited before. Who is off the list gets a cancellation.
     */
    @Transactional
    public void send(CycleId id) {
        Negotiation negotiation = negotiations.get(id);
        CalendarMessage last = messages.latest(id).orElse(null);
        CalendarMessage request = messages.latestRequest(id).orElse(null);
        List<Participant> list = negotiation.convener() == Convener.COUNTY ? List.of() : negotiation.participants();
        if (last == null || request == null || !isSame(request, negotiation)) {
            int sequence = last == null ? 0 : last.sequence() + 1;
            request = messages.add(id, sequence, CalendarMessage.Method.REQUEST);
            tell(id, NotificationKind.INVITATION, request, list, true);
        } else {
            inviteLater(id, last, request, list);
        }
        List<Participant> removed = messages.removedButInvited(id);
        if (!removed.isEmpty()) {
            tell(id, NotificationKind.CANCELLATION, cancelled(id, request), removed, false);
        }
    }

    /** Among them may be somebody for whom the meeting was off: after that, calendars need a newer invitation. */
    private void inviteLater(CycleId id, CalendarMessage last, CalendarMessage request, List<Participant> list) {
        Set<Long> invited = messages.invited(id);
        List<Participant> later = list.stream()
                .filter(participant -> !invited.contains(participant.id()))
                .toList();
        if (later.isEmpty()) {
            return;
        }
        boolean cancelledSince = last.method() == CalendarMessage.Method.CANCEL;
        CalendarMessage message =
                cancelledSince ? messages.add(id, last.sequence() + 1, CalendarMessage.Method.REQUEST) : request;
        tell(id, NotificationKind.INVITATION, message, later, false);
    }

    /** Takes the invitations back, where there are any, and tells the manager; safe to call again. */
    @Transactional
    public void cancel(CycleId id) {
        Negotiation negotiation = negotiations.get(id);
        CalendarMessage former = messages.latest(id).orElse(null);
        boolean toAll = former != null && negotiation.convener() == Convener.MUNICIPALITY;
        CalendarMessage message = former == null || former.method() == CalendarMessage.Method.CANCEL
                ? former
                : messages.cancel(id, former, former.sequence() + 1);
        List<Participant> told = new ArrayList<>(toAll ? negotiation.participants() : List.of());
        told.addAll(messages.removedButInvited(id));
        tell(id, NotificationKind.CANCELLATION, message, told, true);
    }

    /** For those who left the list the meeting is off: calendars must take this for newer (RFC 5546 2.1.4). */
    private CalendarMessage cancelled(CycleId id, CalendarMessage request) {
        int newest = messages.latest(id).orElse(request).sequence();
        return messages.cancel(id, request, newest + 1);
    }

    private static boolean isSame(CalendarMessage former, Negotiation negotiation) {
        return former.method() == CalendarMessage.Method.REQUEST
                && former.startsAt().equals(negotiation.startsAt())
                && former.endsAt().equals(negotiation.endsAt())
                && Objects.equals(former.place(), negotiation.place())
                && Objects.equals(former.remoteLink(), negotiation.remoteLink());
    }

    private void tell(
            CycleId id,
            NotificationKind kind,
            @Nullable CalendarMessage message,
            List<Participant> participants,
            boolean manager) {
        Cycle cycle = cycles.get(id);
        String subject = "negotiation:" + (message == null ? id + ":none" : message.id());
        Map<String, String> payload = new HashMap<>();
        if (message != null) {
            payload.put("message", Long.toString(message.id()));
        }
        List<Notification> told = new ArrayList<>();
        if (manager) {
            people.inGroups(cycle.municipality(), List.of(Role.MANAGER.group(null))).stream()
                    .map(person -> notification(cycle, person, kind, subject, asManager(payload, person, cycle)))
                    .forEach(told::add);
        }
        payload.put("participant", "true");
        participants.stream()
                .filter(participant -> participant.email() != null)
                .map(participant -> notification(cycle, asRecipient(participant), kind, subject, payload))
                .forEach(told::add);
        outbox.add(told);
    }

    private static Map<String, String> asManager(Map<String, String> payload, Person manager, Cycle cycle) {
        Map<String, String> whole = new HashMap<>(payload);
        whole.putAll(Notification.asDeputy(manager, person -> person.holds(Role.MANAGER, cycle.municipality())));
        return whole;
    }

    private static Notification notification(
            Cycle cycle, Person person, NotificationKind kind, String subject, Map<String, String> payload) {
        return new Notification(person, cycle.municipality(), cycle.id(), kind, subject, null, null, payload);
    }

    /** Somebody outside, without an account: the outbox needs a key, an address and a language. */
    private static Person asRecipient(Participant participant) {
        return new Person(
                new Username(ParticipantAddresses.PREFIX + participant.id()),
                participant.name(),
                participant.name(),
                Objects.requireNonNull(participant.email()),
                participant.language(),
                List.of());
    }
}
