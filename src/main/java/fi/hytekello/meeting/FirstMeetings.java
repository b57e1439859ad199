package fi.hytekello.meeting;

import fi.hytekello.body.Body;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Municipalities;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Prepares the first meeting of a body as far as nobody needs to be asked: dates, host and agenda (R3-11). */
@Component
class FirstMeetings {

    private static final int MOST_DATES = 4;
    private static final int DAYS_TO_ANSWER = 5;

    /** Working days that whoever comes has between the last answer and the meeting. */
    private static final int DAYS_OF_NOTICE = 5;

    private static final MonthDay CHRISTMAS_FROM = MonthDay.of(12, 24);
    private static final MonthDay CHRISTMAS_UNTIL = MonthDay.of(1, 6);

    private final MeetingTable table;
    private final MeetingDates dates;
    private final Attendees attendees;
    private final Hosts hosts;
    private final Municipalities municipalities;
    private final BusinessDays businessDays;
    private final MessageSource messages;
    private final Clock clock;

    FirstMeetings(
            MeetingTable table,
            MeetingDates dates,
            Attendees attendees,
            Hosts hosts,
            Municipalities municipalities,
            BusinessDays businessDays,
            MessageSource messages,
            Clock clock) {
        this.table = table;
        this.dates = dates;
        this.attendees = attendees;
        this.hosts = hosts;
        this.municipalities = municipalities;
        this.businessDays = businessDays;
        this.messages = messages;
        this.clock = clock;
    }

    /** Fills the empty row of a meeting: everything stays a proposal that the coordinator may change. */
    void fill(Body body, Meeting meeting, LocalDate earliest, LocalDate latest) {
        List<LocalDate> days = days(earliest, latest);
        for (int one = 0; one < days.size(); one++) {
            boolean morning = one % 2 == 0;
            dates.propose(meeting.id(), at(days.get(one), morning ? 9 : 13), at(days.get(one), morning ? 11 : 15));
        }
        LocalDate first = days.get(0);
        OrganisationId host =
                hosts.turns(body.id(), first, meeting.id()).stream().findFirst().orElse(null);
        LocalDate due = businessDays.plus(today(), DAYS_TO_ANSWER);
        table.plan(
                meeting.id(),
                new MeetingPlan(null, null, null, null, null, host, null, agenda(body), due),
                meeting.version());
        attendees.follow(meeting.id(), first);
    }

    private String agenda(Body body) {
        return messages.getMessage("meeting.first.agenda", null, municipalities.writingLanguage(body.keeper()));
    }

    /**
     * A few days of the time given, spread over it; the time grows where it has passed, or leaves nobody the days to
     * answer and to come.
     */
    private List<LocalDate> days(LocalDate earliest, LocalDate latest) {
        LocalDate soonest = businessDays.plus(today(), DAYS_TO_ANSWER + DAYS_OF_NOTICE);
        LocalDate from = earliest.isAfter(soonest) ? earliest : soonest;
        LocalDate until = latest;
        List<LocalDate> fit = fitting(from, until);
        while (fit.size() < 2) {
            until = (until.isAfter(from) ? until : from).plusWeeks(1);
            fit = fitting(from, until);
        }
        return spread(fit);
    }

    private List<LocalDate> fitting(LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            return List.of();
        }
        Predicate<LocalDate> working = businessDays::isBusinessDay;
        return from.datesUntil(until.plusDays(1))
                .filter(working.and(FirstMeetings::isAmidTheWeek).and(day -> !isHolidaySeason(day)))
                .toList();
    }

    private static boolean isAmidTheWeek(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.MONDAY && day.getDayOfWeek() != DayOfWeek.FRIDAY;
    }

    private static boolean isHolidaySeason(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        return day.getMonth() == Month.JULY || !date.isBefore(CHRISTMAS_FROM) || !date.isAfter(CHRISTMAS_UNTIL);
    }

    private static List<LocalDate> spread(List<LocalDate> days) {
        if (days.size() <= MOST_DATES) {
            return days;
        }
        List<LocalDate> some = new ArrayList<>();
        for (int one = 0; one < MOST_DATES; one++) {
            some.add(days.get(one * (days.size() - 1) / (MOST_DATES - 1)));
        }
        return some;
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(Finland.ZONE).toInstant();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Finland.ZONE));
    }
}
