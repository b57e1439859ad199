package fi.hytekello.cycle.web;

import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskNames;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What the start page tells people of regional councils, which have no years. */
@Component
class CouncilMatters {

    private final Municipalities municipalities;
    private final TaskNames names;

    CouncilMatters(Municipalities municipalities, TaskNames names) {
        this.municipalities = municipalities;
        this.names = names;
    }

    /** A regional council and what in it waits for the reader, the task due first first. */
    record Council(MunicipalityCode code, String name, List<TaskNames.TaskName> tasks) {}

    /**
     * Where a person is at home.
     *
     * @param municipalities those that have years and indicators; like the councils in the order of their codes
     */
    record Matters(List<Council> councils, List<MunicipalityCode> municipalities) {

        /** True where the reader is at home in regional councils and nowhere else. */
        public boolean onlyCouncils() {
            return municipalities.isEmpty() && !councils.isEmpty();
        }
    }

    /** @param tasks all that wait for this person */
    Matters of(Person person, List<OpenTask> tasks, Locale locale) {
        List<Municipality> places = municipalities.of(person.municipalities());
        List<Council> councils = places.stream()
                .filter(place -> place.kind() == Municipality.Kind.REGIONAL_COUNCIL)
                .map(place -> new Council(
                        place.code(),
                        place.name(locale),
                        names.of(
                                tasks.stream()
                                        .filter(task -> task.municipality().equals(place.code()))
                                        .toList(),
                                person,
                                locale)))
                .toList();
        return new Matters(
                councils,
                places.stream()
                        .filter(place -> place.kind() == Municipality.Kind.MUNICIPALITY)
                        .map(Municipality::code)
                        .toList());
    }
}
