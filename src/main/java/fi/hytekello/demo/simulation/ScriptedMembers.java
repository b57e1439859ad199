package fi.hytekello.demo.simulation;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.meeting.Attendee;
import fi.hytekello.meeting.BodyMeetings;
import fi.hytekello.meeting.DatePoll;
import fi.hytekello.meeting.DatePolls;
import fi.hytekello.meeting.Meeting;
import fi.hytekello.meeting.MeetingDates;
import fi.hytekello.meeting.ProposedDate;
import fi.hytekello.meeting.ProposedDate.Suits;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The members of the new body say which dates suit them, through the links in the mails that ask them. */
@Component
class ScriptedMembers {

    private static final LocalTime OFFICE_HOUR = LocalTime.of(10, 0);
    private static final int DAYS_BEFORE = 1;

    /** Every eighth says nothing, as somebody always does. */
    private static final int SILENT = 8;

    private final BodyMeetings meetings;
    private final MeetingDates dates;
    private final DatePolls polls;
    private final MailedLinks links;
    private final BusinessDays businessDays;

    ScriptedMembers(
            BodyMeetings meetings, MeetingDates dates, DatePolls polls, MailedLinks links, BusinessDays businessDays) {
        this.meetings = meetings;
        this.dates = dates;
        this.polls = polls;
        this.links = links;
        this.businessDays = businessDays;
    }

    /** When they answer: the working day before the last; empty where nobody is asked, or all is answered. */
    Optional<Instant> when(RoundStage stage) {
        return asked(stage)
                .map(meeting -> businessDays
                        .minus(Objects.requireNonNull(meeting.datesDueOn()), DAYS_BEFORE)
                        .atTime(OFFICE_HOUR)
                        .atZone(Finland.ZONE)
                        .toInstant());
    }

    /** @return how the timeline tells it */
    String answer(RoundStage stage) {
        Meeting meeting = asked(stage).orElseThrow();
        List<Attendee> attendees = meetings.attendees(meeting.id());
        int answered = 0;
        for (int one = 0; one < attendees.size(); one++) {
            String address = attendees.get(one).email();
            Optional<String> token = address == null || one % SILENT == SILENT - 1
                    ? Optional.empty()
                    : links.token(address, "meeting-dates", "/date-polls/");
            if (token.isPresent()) {
                answer(token.get(), one);
                answered++;
            }
        }
        return answered + " of " + attendees.size() + " say which dates suit them";
    }

    /** The second date suits all, the others some. */
    private void answer(String token, int who) {
        DatePoll poll = polls.of(token);
        List<MeetingDates.Answer> answers = new ArrayList<>();
        for (int date = 0; date < poll.dates().size(); date++) {
            Suits suits = date == 1 ? Suits.YES : (who + date) % 3 == 0 ? Suits.NO : Suits.IF_NEEDED;
            answers.add(new MeetingDates.Answer(
                    poll.attendee(), poll.dates().get(date).id(), suits));
        }
        polls.answer(token, answers);
    }

    private Optional<Meeting> asked(RoundStage stage) {
        return meetings.of(stage.place().code(), stage.body().id()).stream()
                .filter(meeting -> meeting.state() == Meeting.State.PREPARING && meeting.datesDueOn() != null)
                .filter(meeting -> dates.of(meeting.id()).stream()
                        .map(ProposedDate::answers)
                        .allMatch(answers -> answers.isEmpty()))
                .filter(meeting -> !dates.of(meeting.id()).isEmpty())
                .findFirst();
    }
}
