package fi.hytekello.meeting.web;

import fi.hytekello.body.OrganisationId;
import fi.hytekello.calendar.Finland;
import fi.hytekello.meeting.Meeting;
import fi.hytekello.meeting.MeetingDates;
import fi.hytekello.meeting.MeetingPlan;
import fi.hytekello.meeting.MeetingRecord;
import fi.hytekello.meeting.ProposedDate;
import fi.hytekello.meeting.ProposedDate.Suits;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.FormFields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Between a meeting and its forms; {@code answer-<attendee>-<date>} is what somebody told of a date. */
final class MeetingForm {

    private static final Pattern ANSWER = Pattern.compile("answer-([0-9]{1,18})-([0-9]{1,18})");

    private MeetingForm() {}

    /** @param meant the day that the last meeting meant, null where it meant none */
    static Map<String, String> of(Meeting meeting, @Nullable LocalDate meant) {
        Map<String, String> form = new HashMap<>();
        form.put("version", Integer.toString(meeting.version()));
        Instant startsAt = meeting.startsAt();
        Instant endsAt = meeting.endsAt();
        if (startsAt != null && endsAt != null) {
            ZonedDateTime from = startsAt.atZone(Finland.ZONE);
            form.put("meetingDay", from.toLocalDate().toString());
            form.put("meetingFrom", time(from));
            form.put("meetingTo", time(endsAt.atZone(Finland.ZONE)));
        } else if (meant != null) {
            form.put("newDay", meant.toString());
        }
        form.put("place", text(meeting.place()));
        form.put("remoteLink", text(meeting.remoteLink()));
        form.put("host", text(meeting.host()));
        form.put("theme", text(meeting.theme()));
        form.put("agenda", text(meeting.agenda()));
        form.put("datesDueOn", text(meeting.datesDueOn()));
        form.put("memo", text(meeting.memo()));
        form.put("nextOn", text(meeting.nextOn()));
        form.put("noNextReason", text(meeting.noNextReason()));
        return form;
    }

    static MeetingPlan plan(FormFields form) {
        return plan(form, form.date("meetingDay"), form.time("meetingFrom"), form.time("meetingTo"));
    }

    /** At the time that was chosen instead of the one that was typed. */
    static MeetingPlan plan(FormFields form, ProposedDate chosen) {
        ZonedDateTime from = chosen.startsAt().atZone(Finland.ZONE);
        return plan(
                form,
                from.toLocalDate(),
                from.toLocalTime(),
                chosen.endsAt().atZone(Finland.ZONE).toLocalTime());
    }

    private static MeetingPlan plan(
            FormFields form, @Nullable LocalDate day, @Nullable LocalTime from, @Nullable LocalTime to) {
        return new MeetingPlan(
                day,
                from,
                to,
                form.textOrNull("place"),
                form.textOrNull("remoteLink"),
                form.has("host") ? new OrganisationId(form.id("host")) : null,
                form.textOrNull("theme"),
                form.textOrNull("agenda"),
                form.date("datesDueOn"));
    }

    static MeetingRecord record(FormFields form, List<Long> attended) {
        return new MeetingRecord(
                form.textOrNull("memo"), attended, form.date("nextOn"), form.textOrNull("noNextReason"));
    }

    /** @throws InvalidInput naming the field when a time is missing or the end is not after the start */
    static Span newDate(FormFields form) {
        LocalDate day = form.requiredDate("newDay");
        LocalTime from = required(form, "newFrom");
        LocalTime to = required(form, "newTo");
        if (!to.isAfter(from)) {
            throw new InvalidInput("newTo", "problem.negotiation.end");
        }
        return new Span(
                day.atTime(from).atZone(Finland.ZONE).toInstant(),
                day.atTime(to).atZone(Finland.ZONE).toInstant());
    }

    /** From one moment to a later one. */
    record Span(Instant startsAt, Instant endsAt) {}

    static List<MeetingDates.Answer> answers(FormFields form) {
        List<MeetingDates.Answer> answers = new ArrayList<>();
        for (String field : form.form().keySet()) {
            Matcher name = ANSWER.matcher(field);
            if (name.matches() && form.has(field)) {
                answers.add(new MeetingDates.Answer(
                        Long.parseLong(name.group(1)), Long.parseLong(name.group(2)), form.choice(field, Suits.class)));
            }
        }
        return answers;
    }

    static List<Long> attended(List<String> ids) {
        return ids.stream()
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .toList();
    }

    private static LocalTime required(FormFields form, String field) {
        LocalTime time = form.time(field);
        if (time == null) {
            throw new InvalidInput(field, "problem.answer.missing");
        }
        return time;
    }

    private static String time(ZonedDateTime moment) {
        return moment.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
