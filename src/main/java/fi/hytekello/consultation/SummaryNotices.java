package fi.hytekello.consultation;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.notification.Notification;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.notification.Outbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the council's director that a summary is made. */
@Component
class SummaryNotices {

    private final People people;
    private final Outbox outbox;

    SummaryNotices(People people, Outbox outbox) {
        this.people = people;
        this.outbox = outbox;
    }

    /** Not to the one who made it, who knows. */
    void made(Consultation consultation, Person by) {
        MunicipalityCode council = consultation.keeper();
        outbox.add(people.inGroups(council, List.of(Role.REGIONAL_DIRECTOR.group(null))).stream()
                .filter(director -> !director.username().equals(by.username()))
                .map(director -> notice(consultation, director))
                .toList());
    }

    private static Notification notice(Consultation consultation, Person director) {
        MunicipalityCode council = consultation.keeper();
        Map<String, String> payload =
                new HashMap<>(Notification.asDeputy(director, one -> one.holds(Role.REGIONAL_DIRECTOR, council)));
        payload.put("consultation", consultation.id().toString());
        return new Notification(
                director,
                council,
                null,
                NotificationKind.CONSULTATION_SUMMARY,
                consultation.matter(),
                null,
                null,
                payload);
    }
}
