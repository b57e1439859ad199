package fi.hytekello.feed;

import fi.hytekello.municipality.OfficeWords;
import fi.hytekello.notification.SiteSettings;
import fi.hytekello.platform.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts events into words. */
@Component
class FeedWords {

    private final MessageSource messages;
    private final OfficeWords offices;
    private final Dates dates;
    private final SiteSettings site;

    FeedWords(MessageSource messages, OfficeWords offices, Dates dates, SiteSettings site) {
        this.messages = messages;
        this.offices = offices;
        this.dates = dates;
        this.site = site;
    }

    /** @param arguments texts only: numbers and dates would be formatted in ways of their own */
    String text(String key, Locale in, String... arguments) {
        return messages.getMessage(key, arguments, in);
    }

    /** A text that names an office, as municipalities or as cities call it. */
    String office(String key, boolean city, Locale in) {
        return offices.text(key, city, in);
    }

    /** What is not empty, each in a paragraph of its own, with the address of the page last: few calendars show links. */
    String description(String path, Locale in, String... paragraphs) {
        return Stream.concat(Arrays.stream(paragraphs), Stream.of(text("feed.open", in, address(path))))
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    String moment(Instant at, Locale in) {
        return dates.moment(at, in);
    }

    String day(LocalDate day, Locale in) {
        return dates.day(day, in);
    }

    String date(LocalDate day) {
        return dates.date(day);
    }

    String address(String path) {
        return site.link(path);
    }

    /** Tells events of this installation from all others in the world. */
    String host() {
        return site.baseUrl().getHost();
    }
}
