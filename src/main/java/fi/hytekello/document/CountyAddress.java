package fi.hytekello.document;

import fi.hytekello.municipality.Counties;
import fi.hytekello.municipality.County;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.notification.AddressKeeper;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where a municipality writes to in its county. */
@Component
class CountyAddress implements AddressKeeper {

    private final Counties counties;

    CountyAddress(Counties counties) {
        this.counties = counties;
    }

    @Override
    public Map<String, Kept> find(Collection<String> recipients, MunicipalityCode municipality, Locale locale) {
        if (recipients.stream().noneMatch(recipient -> recipient.startsWith("county:"))) {
            return Map.of();
        }
        return counties.of(municipality)
                .filter(county -> recipients.contains(key(county)))
                .map(county -> Map.of(key(county), new Kept(county.name(locale), county.email())))
                .orElse(Map.of());
    }

    @Override
    public void correct(String recipient, MunicipalityCode municipality, String address) {
        counties.writeTo(municipality, address);
    }

    /** The recipient in the outbox. */
    static String key(County county) {
        return "county:" + county.code();
    }
}
