package fi.hytekello.meeting;

import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.calendar.Finland;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether a meeting is prepared far enough to ask about dates, or to invite. */
@Component
class MeetingReadiness {

    private final Attendees attendees;
    private final MeetingDates dates;
    private final Organisations organisations;
    private final Clock clock;

    MeetingReadiness(Attendees attendees, MeetingDates dates, Organisations organisations, Clock clock) {
        this.attendees = attendees;
        this.dates = dates;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** @throws InvalidInput naming what is missing: two dates to come, a day to answer by, somebody to ask */
    void checkAsking(Meeting meeting, LocalDate today) {
        List<ProposedDate> asked = dates.of(meeting.id());
        if (asked.size() < 2) {
            throw new InvalidInput("newDay", "problem.meeting.dates");
        }
        if (asked.stream().anyMatch(date -> date.startsAt().isBefore(clock.instant()))) {
            throw new InvalidInput("newDay", "problem.negotiation.past");
        }
        LocalDate due = meeting.datesDueOn();
        if (due == null) {
            throw new InvalidInput("datesDueOn", "problem.answer.missing");
        }
        if (due.isBefore(today)) {
            throw new InvalidInput("datesDueOn", "problem.negotiation.past");
        }
        requireSomebody(meeting);
    }

    /** @throws InvalidInput naming what is missing: a time to come, place, agenda, a host there is, somebody to invite */
    void checkInviting(Meeting meeting) {
        Instant startsAt = meeting.startsAt();
        if (startsAt == null) {
            throw new InvalidInput("meetingDay", "problem.answer.missing");
        }
        if (startsAt.isBefore(clock.instant())) {
            throw new InvalidInput("meetingDay", "problem.negotiation.past");
        }
        if (meeting.place() == null && meeting.remoteLink() == null) {
            throw new InvalidInput("place", "problem.negotiation.place");
        }
        Texts.required("agenda", meeting.agenda(), 8000);
        checkHost(meeting, LocalDate.ofInstant(startsAt, Finland.ZONE));
        requireSomebody(meeting);
    }

    private void checkHost(Meeting meeting, LocalDate day) {
        OrganisationId id = meeting.host();
        if (id == null) {
            return;
        }
        if (!organisations.get(meeting.keeper(), id).isValidOn(day)) {
            throw new InvalidInput("host", "problem.meeting.hostEnded");
        }
    }

    private void requireSomebody(Meeting meeting) {
        if (attendees.of(meeting.id()).stream().noneMatch(one -> one.email() != null)) {
            throw new InvalidInput("guestEmail", "problem.meeting.nobody");
        }
    }
}
