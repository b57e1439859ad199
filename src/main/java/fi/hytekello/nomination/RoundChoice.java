package fi.hytekello.nomination;

import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.body.Organisation;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.body.SeatRule;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Which organisations a round can ask: those whose kind or who themselves have a seat by the body's rules (R3-04, R3-06). */
@Component
public class RoundChoice {

    private final Organisations organisations;
    private final Bodies bodies;

    RoundChoice(Organisations organisations, Bodies bodies) {
        this.organisations = organisations;
        this.bodies = bodies;
    }

    /** The organisations valid on a day that have a seat, with the rule that holds for each, in the register's order. */
    public Map<Organisation, SeatRule> seated(Body body, LocalDate day) {
        Map<Organisation, SeatRule> seated = new LinkedHashMap<>();
        organisations
                .validOn(body.keeper(), day)
                .forEach(organisation -> SeatRule.of(body.content().seats(), organisation)
                        .ifPresent(rule -> seated.put(organisation, rule)));
        return seated;
    }

    /** @throws InvalidInput when one of them has no seat on the day */
    Map<Organisation, SeatRule> of(Round round, Set<OrganisationId> chosen, LocalDate day) {
        Map<Organisation, SeatRule> seated = seated(bodies.get(round.keeper(), round.body()), day);
        seated.keySet().removeIf(organisation -> !chosen.contains(organisation.id()));
        if (seated.size() < chosen.size()) {
            throw new InvalidInput("organisations", "problem.nomination.seatless");
        }
        return seated;
    }

    /** @throws InvalidInput naming an organisation without an address of its registry */
    void checkAddresses(Collection<Organisation> chosen) {
        chosen.stream()
                .filter(organisation -> organisation.registryEmail() == null)
                .findFirst()
                .ifPresent(organisation -> {
                    throw new InvalidInput(
                            "organisations",
                            "problem.nomination.address",
                            organisation.name(LocaleContextHolder.getLocale()));
                });
    }
}
