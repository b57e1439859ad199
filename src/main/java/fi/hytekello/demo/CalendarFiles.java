package fi.hytekello.demo;

import fi.hytekello.feed.Feeds;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes the calendars of played municipalities into files, as their people's programs would read them. */
@Component
class CalendarFiles {

    private static final String COMMON = "kunta.ics";

    private final Feeds feeds;
    private final People people;

    CalendarFiles(Feeds feeds, People people) {
        this.feeds = feeds;
        this.people = people;
    }

    /**
     * Each person's, such as {@code juva/sivistysjohtaja.ics}, and each municipality's common one, such as {@code
     * juva/kunta.ics}; how many.
     */
    int write(List<Municipality> places, Path directory) throws IOException {
        int written = 0;
        for (Municipality place : places) {
            Path folder = Files.createDirectories(directory.resolve(DemoPeople.place(place)));
            Files.writeString(
                    folder.resolve(COMMON), feeds.calendar(place.code()).text());
            written++;
            for (Person person : people.of(place.code())) {
                Files.writeString(
                        folder.resolve(post(person) + ".ics"),
                        feeds.calendar(person).text());
                written++;
            }
        }
        return written;
    }

    /** The username without its place. */
    private static String post(Person person) {
        String name = person.username().value();
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
