package fi.hytekello.indicator.source;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.MunicipalitySettings;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.notification.Notification;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.notification.Outbox;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells by mail that an import from Sotkanet has failed for good, once each time: whoever began it, or their deputy. Of one
 * that the calendar began, or whose beginner may act no more, each municipality's administrators are told, its
 * coordinators where it has none.
 */
@Component
class StoppedImports {

    private static final List<Role> KEEPERS = List.of(Role.ADMIN, Role.COORDINATOR);

    private final ImportHistory history;
    private final People people;
    private final Outbox outbox;

    StoppedImports(ImportHistory history, People people, Outbox outbox) {
        this.history = history;
        this.people = people;
        this.outbox = outbox;
    }

    @EventListener
    void tell(ImportStopped stopped) {
        ImportId id = stopped.id();
        String subject = subject(id, history.stopped(id));
        List<Person> keepers =
                people.inGroups(KEEPERS.stream().map(role -> role.group(null)).toList());
        outbox.add(told(keepers, history.beginner(id)).stream()
                .map(person -> notice(id, subject, person))
                .toList());
    }

    /** Takes back what has not left: somebody has had it tried again or has ended it. */
    void settled(ImportId id) {
        outbox.withdraw(List.of(subject(id, history.stops(id))), NotificationKind.IMPORT_STOPPED);
    }

    private static List<Person> told(List<Person> keepers, @Nullable Username beginner) {
        List<Person> beginners = keepers.stream()
                .filter(person -> person.isEntitled(one -> one.username().equals(beginner))
                        && !places(person).isEmpty())
                .toList();
        if (!beginners.isEmpty()) {
            return beginners;
        }
        Set<MunicipalityCode> administered = keepers.stream()
                .flatMap(person -> person.holdings().stream())
                .filter(holding -> holding.role() == Role.ADMIN)
                .map(Person.Holding::municipality)
                .collect(Collectors.toSet());
        return keepers.stream()
                .filter(person -> places(person).stream()
                        .anyMatch(place -> person.holds(Role.ADMIN, place) || !administered.contains(place)))
                .toList();
    }

    private static Notification notice(ImportId id, String subject, Person person) {
        MunicipalityCode place = places(person).get(0);
        Predicate<Person> keeper = one -> MunicipalitySettings.mayBeChangedBy(one, place);
        Map<String, String> payload = new java.util.HashMap<>(Notification.asDeputy(person, keeper));
        payload.put("import", id.toString());
        return new Notification(person, place, null, NotificationKind.IMPORT_STOPPED, subject, null, null, payload);
    }

    /** Where the person may have it tried again. */
    private static List<MunicipalityCode> places(Person person) {
        return person.municipalities().stream()
                .filter(place -> MunicipalitySettings.mayBeChangedBy(person, place))
                .toList();
    }

    private static String subject(ImportId id, int stops) {
        return "indicator-import:" + id + ":" + stops;
    }
}
