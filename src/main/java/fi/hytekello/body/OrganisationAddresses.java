package fi.hytekello.body;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.notification.AddressKeeper;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The addresses of organisations; a recipient is {@code organisation:<id>:registry}, {@code …:expert} or {@code …:management}. */
@Component
class OrganisationAddresses implements AddressKeeper {

    private static final String PREFIX = "organisation:";
    private static final List<String> PLACES = List.of("registry", "expert", "management");

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final AuditTrail audit;

    OrganisationAddresses(JdbcClient jdbc, Organisations organisations, AuditTrail audit) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.audit = audit;
    }

    @Override
    public Map<String, Kept> find(Collection<String> recipients, MunicipalityCode municipality, Locale locale) {
        List<String> ours = recipients.stream()
                .filter(recipient -> recipient.startsWith(PREFIX))
                .toList();
        if (ours.isEmpty()) {
            return Map.of();
        }
        Map<OrganisationId, Organisation> known = organisations.of(municipality).stream()
                .collect(Collectors.toMap(Organisation::id, Function.identity()));
        Map<String, Kept> kept = new HashMap<>();
        for (String recipient : ours) {
            Organisation found = known.get(id(recipient));
            if (found != null) {
                kept.put(recipient, new Kept(found.name(locale), address(found, place(recipient))));
            }
        }
        return kept;
    }

    @Override
    public void correct(String recipient, MunicipalityCode municipality, String address) {
        String column = place(recipient) + "_email";
        jdbc.sql("update hyte.organisation set " + column + " = :address, version = version + 1"
                        + " where id = :id and municipality_code = :keeper")
                .param("address", address)
                .param("id", id(recipient).value())
                .param("keeper", municipality.value())
                .update();
        audit.record(municipality, null, "organisation.changed", PREFIX + id(recipient), Map.of());
    }

    private static @Nullable String address(Organisation organisation, String place) {
        return switch (place) {
            case "registry" -> organisation.registryEmail();
            case "expert" -> organisation.expertEmail();
            default -> organisation.managementEmail();
        };
    }

    private static OrganisationId id(String recipient) {
        return new OrganisationId(Long.parseLong(parts(recipient).get(1)));
    }

    private static String place(String recipient) {
        String place = parts(recipient).get(2);
        if (!PLACES.contains(place)) {
            throw new IllegalArgumentException("No address of an organisation is called " + place);
        }
        return place;
    }

    private static List<String> parts(String recipient) {
        return List.of(recipient.split(":", -1));
    }
}
