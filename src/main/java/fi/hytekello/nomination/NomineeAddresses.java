package fi.hytekello.nomination;

import fi.hytekello.body.Memberships;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.notification.AddressKeeper;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The addresses of nominees; the corrected one of a member is the body's too from now on. */
@Component
class NomineeAddresses implements AddressKeeper {

    private final NomineeTable nominees;
    private final Memberships memberships;

    NomineeAddresses(NomineeTable nominees, Memberships memberships) {
        this.nominees = nominees;
        this.memberships = memberships;
    }

    @Override
    public Map<String, Kept> find(Collection<String> recipients, MunicipalityCode municipality, Locale locale) {
        List<Long> ids = recipients.stream()
                .filter(recipient -> recipient.matches(RoundNotices.PREFIX + "\\d{1,18}"))
                .map(NomineeAddresses::id)
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : nominees.find(municipality, ids).stream()
                        .collect(Collectors.toMap(
                                one -> RoundNotices.PREFIX + one.id(), one -> new Kept(one.name(), one.email())));
    }

    @Override
    public void correct(String recipient, MunicipalityCode municipality, String address) {
        for (Nominee one : nominees.find(municipality, List.of(id(recipient)))) {
            String old = one.email();
            if (old != null && one.appointed()) {
                memberships.correctAddress(municipality, old, address);
            }
            nominees.writeTo(one.id(), address);
        }
    }

    private static long id(String recipient) {
        return Long.parseLong(recipient.substring(RoundNotices.PREFIX.length()));
    }
}
