package fi.hytekello.demo.simulation;

import fi.hytekello.body.Membership;
import fi.hytekello.body.Memberships;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.meeting.Attendee;
import fi.hytekello.meeting.BodyMeetings;
import fi.hytekello.meeting.Meeting;
import fi.hytekello.meeting.MeetingDates;
import fi.hytekello.meeting.MeetingPlan;
import fi.hytekello.meeting.MeetingRecord;
import fi.hytekello.meeting.MeetingRecords;
import fi.hytekello.meeting.ProposedDate;
import fi.hytekello.meeting.ProposedDate.Suits;
import fi.hytekello.worklist.OpenTask;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the coordinator does for the first meeting of a body, which the round began: invites, records. */
@Component
class ScriptedMeeting {

    private final BodyMeetings meetings;
    private final MeetingDates dates;
    private final MeetingRecords records;
    private final Memberships memberships;
    private final Organisations organisations;
    private final Script script;
    private final BusinessDays businessDays;

    ScriptedMeeting(
            BodyMeetings meetings,
            MeetingDates dates,
            MeetingRecords records,
            Memberships memberships,
            Organisations organisations,
            Script script,
            BusinessDays businessDays) {
        this.meetings = meetings;
        this.dates = dates;
        this.records = records;
        this.memberships = memberships;
        this.organisations = organisations;
        this.script = script;
        this.businessDays = businessDays;
    }

    /** The first day on which a task of a meeting can be done; null for the tasks of others. */
    @Nullable
    LocalDate earliest(OpenTask task) {
        if (!task.process().equals("Meeting")) {
            return null;
        }
        Meeting meeting = meeting(task);
        Instant startsAt = meeting.startsAt();
        LocalDate last = startsAt == null ? meeting.datesDueOn() : LocalDate.ofInstant(startsAt, Finland.ZONE);
        return last == null ? null : businessDays.plus(last, 1);
    }

    Map<String, String> answers(OpenTask task, LocalDate today) {
        Meeting meeting = meeting(task);
        return switch (task.task()) {
            case "Activity_PrepareMeeting" -> invite(meeting);
            case "Activity_RecordMeeting" -> record(meeting, today);
            default -> throw new IllegalStateException("The script says nothing of " + task.task());
        };
    }

    private Meeting meeting(OpenTask task) {
        return meetings.ofProcess(task.municipality(), task.processInstance());
    }

    /** Takes the date that suits most of those who said. */
    private Map<String, String> invite(Meeting meeting) {
        ProposedDate best = dates.of(meeting.id()).stream()
                .max(Comparator.comparingLong(date -> date.count(Suits.YES)))
                .orElseThrow();
        MeetingPlan plan = new MeetingPlan(
                LocalDate.ofInstant(best.startsAt(), Finland.ZONE),
                LocalTime.ofInstant(best.startsAt(), Finland.ZONE),
                LocalTime.ofInstant(best.endsAt(), Finland.ZONE),
                place(meeting),
                null,
                meeting.host(),
                null,
                meeting.agenda(),
                meeting.datesDueOn());
        meetings.plan(meeting, plan, meeting.version());
        return Map.of("meetingPreparation", "INVITE");
    }

    /** A room of whose turn it is to be the host. */
    private String place(Meeting meeting) {
        OrganisationId host = meeting.host();
        String name = host == null
                ? "Hämeen liitto"
                : organisations.get(meeting.keeper(), host).nameFi();
        return MessageFormat.format(script.text("meeting.place"), name);
    }

    private Map<String, String> record(Meeting meeting, LocalDate today) {
        List<Long> present =
                meetings.attendees(meeting.id()).stream().map(Attendee::id).toList();
        records.record(
                meeting,
                new MeetingRecord(script.text("meeting.memo"), present, null, script.text("meeting.next")),
                meeting.version());
        records.addAction(meeting, script.text("meeting.action"), "Hämeen liitto", businessDays.plus(today, 20));
        LocalDate held = LocalDate.ofInstant(Objects.requireNonNull(meeting.startsAt()), Finland.ZONE);
        List<Membership> members = memberships.on(meeting.body(), held).stream()
                .filter(one -> one.content().role().holdsSeat())
                .toList();
        return Map.of(
                "meetingOutcome", "HELD",
                "chair", Long.toString(members.get(0).id()),
                "viceChair", Long.toString(members.get(1).id()));
    }
}
