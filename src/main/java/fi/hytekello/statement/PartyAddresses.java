package fi.hytekello.statement;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.notification.AddressKeeper;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The addresses of those who give statements: they stand in the municipality's register. */
@Component
class PartyAddresses implements AddressKeeper {

    private static final String PREFIX = "party:";

    private final Parties parties;

    PartyAddresses(Parties parties) {
        this.parties = parties;
    }

    @Override
    public Map<String, Kept> find(Collection<String> recipients, MunicipalityCode municipality, Locale locale) {
        List<Long> ids = recipients.stream()
                .filter(recipient -> recipient.startsWith(PREFIX))
                .map(PartyAddresses::id)
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : parties.find(municipality, ids).stream()
                        .collect(Collectors.toMap(
                                party -> PREFIX + party.id(), party -> new Kept(party.name(locale), party.email())));
    }

    @Override
    public void correct(String recipient, MunicipalityCode municipality, String address) {
        parties.writeTo(municipality, id(recipient), address);
    }

    private static long id(String recipient) {
        return Long.parseLong(recipient.substring(PREFIX.length()));
    }
}
