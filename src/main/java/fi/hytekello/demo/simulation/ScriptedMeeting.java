package fi.hytekello.demo.simulation;

import fi.hytekello.body.Membership;
import fi.hytekello.body.Memberships;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the coordinator does for the first meeting of a body: asks which date suits, invites, records. */
@Component
class ScriptedMeeting {

    private static final LocalTime FROM = LocalTime.of(9, 0);
    private static final LocalTime TO = LocalTime.of(11, 30);
    private static final int DAYS_TO_ANSWER = 5;

    /** Working days from the question to the dates proposed. */
    private static final List<Integer> PROPOSED = List.of(10, 11, 14);

    private final BodyMeetings meetings;
    private final MeetingDates dates;
    private final MeetingRecords records;
    private final Memberships memberships;
    private final Script script;
    private final BusinessDays businessDays;

    ScriptedMeeting(
            BodyMeetings meetings,
            MeetingDates dates,
            MeetingRecords records,
            Memberships memberships,
            Script script,
            BusinessDays businessDays) {
        this.meetings = meetings;
        this.dates = dates;
        this.records = records;
        this.memberships = memberships;
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
            case "Activity_PrepareMeeting" -> dates.of(meeting.id()).isEmpty() ? ask(meeting, today) : invite(meeting);
            case "Activity_RecordMeeting" -> record(meeting, today);
            default -> throw new IllegalStateException("The script says nothing of " + task.task());
        };
    }

    private Meeting meeting(OpenTask task) {
        return meetings.ofProcess(task.municipality(), task.processInstance());
    }

    private Map<String, String> ask(Meeting meeting, LocalDate today) {
        meetings.plan(meeting, plan(null, businessDays.plus(today, DAYS_TO_ANSWER)), meeting.version());
        for (int days : PROPOSED) {
            LocalDate day = businessDays.plus(today, days);
            dates.propose(meeting.id(), at(day, FROM), at(day, TO));
        }
        return Map.of("meetingPreparation", "ASK_DATES");
    }

    /** Takes the date that suits most of those who told the coordinator. */
    private Map<String, String> invite(Meeting meeting) {
        List<Attendee> asked = meetings.attendees(meeting.id());
        List<ProposedDate> proposed = dates.of(meeting.id());
        List<MeetingDates.Answer> answers = new ArrayList<>();
        for (int one = 0; one < asked.size(); one++) {
            for (int date = 0; date < proposed.size(); date++) {
                Suits suits = date == 1 ? Suits.YES : (one + date) % 3 == 0 ? Suits.NO : Suits.IF_NEEDED;
                answers.add(new MeetingDates.Answer(
                        asked.get(one).id(), proposed.get(date).id(), suits));
            }
        }
        dates.answer(meeting.id(), answers);
        ProposedDate best = dates.of(meeting.id()).stream()
                .max(Comparator.comparingLong(date -> date.count(Suits.YES)))
                .orElseThrow();
        LocalDate day = LocalDate.ofInstant(best.startsAt(), Finland.ZONE);
        meetings.plan(meeting, plan(day, meeting.datesDueOn()), meeting.version());
        return Map.of("meetingPreparation", "INVITE");
    }

    private MeetingPlan plan(@Nullable LocalDate day, @Nullable LocalDate datesDueOn) {
        return new MeetingPlan(
                day,
                day == null ? null : FROM,
                day == null ? null : TO,
                script.text("meeting.place"),
                null,
                null,
                null,
                script.text("meeting.agenda"),
                datesDueOn);
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

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Finland.ZONE).toInstant();
    }
}
