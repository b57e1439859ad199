package fi.hytekello.worklist;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.Department;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.OfficeWords;
import fi.hytekello.municipality.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells the tasks of a list apart, in the reader's language. */
@Component
public class TaskNames {

    private final Cycles cycles;
    private final Municipalities municipalities;
    private final OfficeWords offices;
    private final MessageSource messages;
    private final List<TaskDetails> details;

    TaskNames(
            Cycles cycles,
            Municipalities municipalities,
            OfficeWords offices,
            MessageSource messages,
            List<TaskDetails> details) {
        this.cycles = cycles;
        this.municipalities = municipalities;
        this.offices = offices;
        this.messages = messages;
        this.details = details;
    }

    /**
     * A task in words.
     *
     * @param name what is to be done
     * @param matter where, in which year if it is a year's, and in whose or which matter
     */
    public record TaskName(String id, String name, String matter) {}

    /** In the order of the tasks, which are all of this person's municipalities. */
    public List<TaskName> of(List<OpenTask> tasks, Person person, Locale locale) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        Map<CycleId, Integer> years =
                cycles.of(person.municipalities()).stream().collect(Collectors.toMap(Cycle::id, Cycle::year));
        List<MunicipalityCode> codes =
                tasks.stream().map(OpenTask::municipality).distinct().toList();
        Map<MunicipalityCode, Municipality> places =
                municipalities.of(codes).stream().collect(Collectors.toMap(Municipality::code, Function.identity()));
        Map<MunicipalityCode, Map<DepartmentCode, String>> departments = municipalities.departments(codes).stream()
                .collect(Collectors.groupingBy(
                        Department::municipality,
                        Collectors.toMap(Department::code, department -> department.name(locale))));
        Map<String, String> added = new HashMap<>();
        details.forEach(feature -> added.putAll(feature.of(tasks, locale)));
        return tasks.stream()
                .map(task -> new TaskName(
                        task.id(),
                        text(task.nameKey(), locale),
                        Stream.of(
                                        placeAndYear(place(places, task), years.get(task.cycleOrNull()), locale),
                                        department(task, departments),
                                        added.get(task.id()),
                                        body(task, place(places, task), locale),
                                        task.subject() == null ? null : text("subject." + task.subject(), locale),
                                        asDeputy(task, person, locale))
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" · "))))
                .toList();
    }

    private @Nullable String asDeputy(OpenTask task, Person person, Locale locale) {
        return task.deputyFor(person)
                .map(deputyship -> messages.getMessage(
                        "task.asDeputy", new Object[] {deputyship.absent().title(locale)}, locale))
                .orElse(null);
    }

    private static @Nullable String department(
            OpenTask task, Map<MunicipalityCode, Map<DepartmentCode, String>> departments) {
        return task.department() == null
                ? null
                : departments.getOrDefault(task.municipality(), Map.of()).get(task.department());
    }

    /** Only the place where the task belongs to no year. */
    private static String placeAndYear(Municipality place, @Nullable Integer year, Locale locale) {
        return year == null ? place.name(locale) : place.name(locale) + " " + year;
    }

    private static Municipality place(Map<MunicipalityCode, Municipality> places, OpenTask task) {
        return Objects.requireNonNull(places.get(task.municipality()));
    }

    private @Nullable String body(OpenTask task, Municipality place, Locale locale) {
        return task.body() == null ? null : offices.text("decidedBy." + task.body(), place.city(), locale);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
