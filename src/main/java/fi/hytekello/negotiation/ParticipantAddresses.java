package fi.hytekello.negotiation;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.notification.AddressKeeper;
import fi.hytekello.platform.problem.InvalidInput;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The addresses of those who are invited. */
@Component
class ParticipantAddresses implements AddressKeeper {

    /** Begins the recipients in the outbox. */
    static final String PREFIX = "negotiation-participant-";

    private final JdbcClient jdbc;

    ParticipantAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Kept> find(Collection<String> recipients, MunicipalityCode municipality, Locale locale) {
        List<Long> ids = recipients.stream()
                .filter(recipient -> recipient.matches(PREFIX + "\\d+"))
                .map(ParticipantAddresses::id)
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : participants(municipality, ids).stream()
                        .collect(Collectors.toMap(
                                participant -> PREFIX + participant.id(),
                                participant -> new Kept(participant.name(), participant.email())));
    }

    @Override
    public void correct(String recipient, MunicipalityCode municipality, String address) {
        try {
            jdbc.sql("update hyte.negotiation_participant set email = :email where id = :id")
                    .param("email", address)
                    .param("id", id(recipient))
                    .update();
        } catch (DuplicateKeyException twice) {
            throw new InvalidInput("newAddress", "problem.negotiation.twice");
        }
    }

    private List<Participant> participants(MunicipalityCode municipality, List<Long> ids) {
        return jdbc.sql("""
                        select p.* from hyte.negotiation_participant p join hyte.cycle c on c.id = p.cycle_id
                        where c.municipality_code = :municipality and p.id = any(:ids)""")
                .param("municipality", municipality.value())
                .param("ids", ids.toArray(Long[]::new))
                .query(NegotiationTable::participant)
                .list();
    }

    private static long id(String recipient) {
        return Long.parseLong(recipient.substring(PREFIX.length()));
    }
}
