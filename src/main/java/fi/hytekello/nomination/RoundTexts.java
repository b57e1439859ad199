package fi.hytekello.nomination;

import fi.hytekello.body.Body;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a request begins with: the template, the usual signatories and the usual times. */
@Component
class RoundTexts {

    private final MessageSource messages;
    private final Municipalities municipalities;
    private final People people;
    private final NominationDeadlines deadlines;
    private final Dates dates;

    RoundTexts(
            MessageSource messages,
            Municipalities municipalities,
            People people,
            NominationDeadlines deadlines,
            Dates dates) {
        this.messages = messages;
        this.municipalities = municipalities;
        this.people = people;
        this.deadlines = deadlines;
        this.dates = dates;
    }

    RoundDraft draft(Municipality council, Body body, LocalDate due, Person by) {
        Locale own = municipalities.writingLanguage(council.code());
        return new RoundDraft(
                template(council, body, Languages.FINNISH),
                template(council, body, Languages.SWEDISH),
                EnumSet.allOf(RoundClause.class),
                firstMeeting(due),
                director(council.code(), own),
                by.title(own),
                "",
                due,
                false,
                Set.of());
    }

    /** A draft whose words on the first meeting were those of the earlier deadline has those of the new one. */
    RoundDraft following(RoundDraft before, RoundDraft after) {
        LocalDate was = before.dueOn();
        LocalDate is = after.dueOn();
        boolean untouched = was != null && after.firstMeeting().equals(firstMeeting(was));
        return untouched && is != null ? after.meeting(firstMeeting(is)) : after;
    }

    private String firstMeeting(LocalDate due) {
        NominationDeadlines.Weeks meeting = deadlines.firstMeeting(due);
        return dates.date(meeting.from()) + "–" + dates.date(meeting.until());
    }

    /** When the council's registry closes on a day. */
    Instant closing(MunicipalityCode council, LocalDate day) {
        return day.atTime(closes(council)).atZone(Finland.ZONE).toInstant();
    }

    LocalTime closes(MunicipalityCode council) {
        return municipalities.get(council).officeCloses();
    }

    private String template(Municipality council, Body body, Locale locale) {
        String basis = body.content().basis();
        String text = text("nomination.template", locale, council.name(locale), body.name(locale));
        return basis.isEmpty() ? text : text + "\n\n" + text("nomination.template.basis", locale, basis);
    }

    /** Empty where nobody holds the post: the coordinator then writes it. */
    private String director(MunicipalityCode council, Locale locale) {
        return people.inGroups(council, List.of(Role.REGIONAL_DIRECTOR.group(null))).stream()
                .findFirst()
                .map(person -> person.title(locale))
                .orElse("");
    }

    private String text(String key, Locale locale, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, locale));
    }
}
