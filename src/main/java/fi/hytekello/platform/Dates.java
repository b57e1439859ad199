package fi.hytekello.platform;

import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Languages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Dates as people read them in Finland, in Helsinki time; for pages and mails. */
@Component("dates")
public class Dates {

    /** Weekday, date and time, such as {@code pe 15.1.2027 klo 16.00}. */
    public String moment(Instant at, Locale locale) {
        ZonedDateTime local = at.atZone(Finland.ZONE);
        String clock = locale.getLanguage().equals("en")
                ? "'at' H:mm"
                : Languages.isSwedish(locale) ? "'kl.' H.mm" : "'klo' H.mm";
        return day(local.toLocalDate(), locale) + " "
                + DateTimeFormatter.ofPattern(clock, locale).format(local);
    }

    /** From one moment to a later one, such as {@code pe 15.1.2027 klo 9.00–11.00}; with both days where they differ. */
    public String span(Instant from, Instant to, Locale locale) {
        ZonedDateTime end = to.atZone(Finland.ZONE);
        if (!LocalDate.ofInstant(from, Finland.ZONE).equals(end.toLocalDate())) {
            return moment(from, locale) + " – " + moment(to, locale);
        }
        String clock = locale.getLanguage().equals("en") ? "H:mm" : "H.mm";
        return moment(from, locale) + "–"
                + DateTimeFormatter.ofPattern(clock, locale).format(end);
    }

    /** Weekday and date, such as {@code pe 15.1.2027}. */
    public String day(LocalDate date, Locale locale) {
        return DateTimeFormatter.ofPattern("EEE d.M.yyyy", locale).format(date);
    }

    /** Weekday and date of a moment. */
    public String dayOf(Instant at, Locale locale) {
        return day(LocalDate.ofInstant(at, Finland.ZONE), locale);
    }

    /** The date alone, such as {@code 15.1.2027}. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern("d.M.yyyy", Locale.ROOT).format(date);
    }
}
