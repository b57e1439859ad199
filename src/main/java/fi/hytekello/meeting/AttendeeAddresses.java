package fi.hytekello.meeting;

import fi.hytekello.body.Memberships;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.notification.AddressKeeper;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The addresses of those who are asked to meetings; a member's corrected one is the body's from now on. */
@Component
class AttendeeAddresses implements AddressKeeper {

    private final Attendees attendees;
    private final Memberships memberships;

    AttendeeAddresses(Attendees attendees, Memberships memberships) {
        this.attendees = attendees;
        this.memberships = memberships;
    }

    @Override
    public Map<String, Kept> find(Collection<String> recipients, MunicipalityCode municipality, Locale locale) {
        List<Long> ids = recipients.stream()
                .filter(recipient -> recipient.matches(MeetingMails.PREFIX + "\\d{1,18}"))
                .map(AttendeeAddresses::id)
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : attendees.find(municipality, ids).stream()
                        .collect(Collectors.toMap(
                                one -> MeetingMails.PREFIX + one.id(), one -> new Kept(one.name(), one.email())));
    }

    @Override
    public void correct(String recipient, MunicipalityCode municipality, String address) {
        long id = id(recipient);
        attendees.find(municipality, List.of(id)).stream()
                .filter(one -> !one.guest())
                .map(Attendee::email)
                .filter(Objects::nonNull)
                .forEach(old -> memberships.correctAddress(municipality, old, address));
        attendees.writeTo(id, address);
    }

    private static long id(String recipient) {
        return Long.parseLong(recipient.substring(MeetingMails.PREFIX.length()));
    }
}
