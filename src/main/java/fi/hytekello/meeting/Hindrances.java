package fi.hytekello.meeting;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.body.MembersChanged;
import fi.hytekello.calendar.Finland;
import fi.hytekello.platform.problem.Conflict;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the invitations right once they have left: members change, and some cannot come. */
@Service
public class Hindrances {

    private final MeetingTable table;
    private final Attendees attendees;
    private final MeetingMails mails;
    private final AuditTrail audit;
    private final Clock clock;

    Hindrances(MeetingTable table, Attendees attendees, MeetingMails mails, AuditTrail audit, Clock clock) {
        this.table = table;
        this.attendees = attendees;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Somebody cannot come, or can after all: where the organisation has a deputy, the deputy is invited instead, or told
     * that it is off.
     *
     * @throws Conflict when no invitations have left, or the meeting has begun
     */
    @Transactional
    public void tell(Meeting meeting, long attendee, boolean hindered) {
        if (!mayStillChange(meeting)) {
            throw new Conflict("problem.meeting.begun");
        }
        attendees.hinder(meeting.id(), attendee, hindered);
        mails.invite(meeting);
        audit.record(
                meeting.keeper(),
                null,
                "meeting.hindrance",
                "meeting:" + meeting.id(),
                Map.of("attendee", attendee, "hindered", hindered));
    }

    /** True from the invitations to the beginning. */
    public boolean mayStillChange(Meeting meeting) {
        Instant startsAt = meeting.startsAt();
        return meeting.state() == Meeting.State.ARRANGED && startsAt != null && startsAt.isAfter(clock.instant());
    }

    /** Who has come gets the invitation, who has left its cancellation. */
    @EventListener
    void changed(MembersChanged event) {
        for (Meeting meeting : table.toCome(event.id())) {
            if (mayStillChange(meeting)) {
                mails.invite(meeting);
            } else if (meeting.state() == Meeting.State.PREPARING) {
                attendees.follow(meeting.id(), LocalDate.now(clock.withZone(Finland.ZONE)));
            }
        }
    }
}
