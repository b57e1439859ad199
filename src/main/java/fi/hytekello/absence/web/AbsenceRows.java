package fi.hytekello.absence.web;

import com.fasterxml.jackson.databind.JsonNode;
import fi.hytekello.absence.Absence;
import fi.hytekello.absence.AbsenceWarning;
import fi.hytekello.audit.AuditEvent;
import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.Dates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Absences with their names, warnings and history, as a page shows them. */
@Component
class AbsenceRows {

    private final AuditTrail audit;
    private final People people;
    private final Dates dates;
    private final Clock clock;

    AbsenceRows(AuditTrail audit, People people, Dates dates, Clock clock) {
        this.audit = audit;
        this.people = people;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * An absence on a page.
     *
     * @param person title of whoever is away
     * @param deputy title, null when nobody stands in
     * @param open true while it can be changed
     */
    record Row(
            Absence absence,
            Absence.State state,
            String person,
            @Nullable String deputy,
            boolean open,
            List<AbsenceWarning> warnings,
            List<Step> history) {}

    /**
     * One thing that was done to an absence, and what it was like afterwards.
     *
     * @param actor title, null when the system acted
     */
    record Step(
            Instant at,
            @Nullable String actor,
            String action,
            String period,
            @Nullable String deputy) {}

    /** @param known people of the absences' municipalities */
    List<Row> of(List<Absence> absences, List<Person> known, Locale locale) {
        Map<String, List<AuditEvent>> events = audit.aboutAll(
                absences.stream().map(Absence::municipality).distinct().toList(),
                absences.stream().map(absence -> absence.id().key()).toList());
        Map<Username, String> titles = people.titles(usernames(absences, events), locale);
        return absences.stream()
                .map(absence -> row(
                        absence, known, titles, events.getOrDefault(absence.id().key(), List.of())))
                .toList();
    }

    private Row row(Absence absence, List<Person> known, Map<Username, String> titles, List<AuditEvent> events) {
        Absence.State state = absence.state(clock.instant());
        boolean open = state == Absence.State.COMING || state == Absence.State.RUNNING;
        return new Row(
                absence,
                state,
                title(titles, absence.person()),
                absence.deputy() == null ? null : title(titles, absence.deputy()),
                open,
                open ? warnings(absence, known) : List.of(),
                events.stream().map(event -> step(event, titles)).toList());
    }

    private static List<AbsenceWarning> warnings(Absence absence, List<Person> known) {
        Optional<Person> deputy = find(known, absence.deputy());
        return find(known, absence.person())
                .map(absent -> AbsenceWarning.of(absent, deputy.orElse(null), absence.municipality()))
                .orElse(List.of());
    }

    private static Optional<Person> find(List<Person> known, @Nullable Username username) {
        return known.stream()
                .filter(person -> person.username().equals(username))
                .findFirst();
    }

    private Step step(AuditEvent event, Map<Username, String> titles) {
        String deputy = text(event.details(), "deputy");
        return new Step(
                event.at(),
                event.actor() == null ? null : title(titles, new Username(event.actor())),
                event.action(),
                day(event.details(), "from") + "–" + day(event.details(), "until"),
                deputy.isEmpty() ? null : title(titles, new Username(deputy)));
    }

    private String day(JsonNode details, String field) {
        return dates.date(LocalDate.parse(text(details, field)));
    }

    private static Set<Username> usernames(List<Absence> absences, Map<String, List<AuditEvent>> events) {
        Stream<Username> now = absences.stream()
                .flatMap(absence -> Stream.concat(Stream.of(absence.person()), Stream.ofNullable(absence.deputy())));
        Stream<Username> then = events.values().stream()
                .flatMap(List::stream)
                .flatMap(event ->
                        Stream.of(Objects.requireNonNullElse(event.actor(), ""), text(event.details(), "deputy")))
                .filter(username -> !username.isEmpty())
                .map(Username::new);
        return new HashSet<>(Stream.concat(now, then).collect(Collectors.toSet()));
    }

    private static String title(Map<Username, String> titles, Username username) {
        return titles.getOrDefault(username, username.value());
    }

    private static String text(JsonNode details, String field) {
        return details.path(field).asText("");
    }
}
