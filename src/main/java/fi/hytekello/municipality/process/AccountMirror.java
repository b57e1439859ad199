package fi.hytekello.municipality.process;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.Account;
import fi.hytekello.municipality.Accounts;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings an account of the identity provider into our tables and the engine's, and records what has changed. */
@Component
class AccountMirror {

    private final Accounts accounts;
    private final People people;
    private final EngineIdentities engine;
    private final AuditTrail audit;

    AccountMirror(Accounts accounts, People people, EngineIdentities engine, AuditTrail audit) {
        this.accounts = accounts;
        this.people = people;
        this.engine = engine;
        this.audit = audit;
    }

    /** @return the person, empty when the account holds no role of ours */
    @Transactional
    Optional<Person> take(Account account) {
        Optional<Person> before = people.find(account.username());
        Optional<Person> after = accounts.take(account);
        if (!before.equals(after)) {
            recordRoles(before, after);
            // The engine wants a password; nobody learns this one.
            engine.mirror(new Base64StringKeyGenerator(32).generateKey());
        }
        return after;
    }

    private void recordRoles(Optional<Person> before, Optional<Person> after) {
        Stream.concat(before.stream(), after.stream())
                .flatMap(person -> person.municipalities().stream())
                .distinct()
                .forEach(municipality -> {
                    List<String> had = groups(before, municipality);
                    List<String> has = groups(after, municipality);
                    if (!had.equals(has)) {
                        String username =
                                after.or(() -> before).orElseThrow().username().value();
                        audit.record(
                                municipality,
                                null,
                                "person.roles",
                                "person:" + username,
                                Map.of("before", had, "after", has));
                    }
                });
    }

    private static List<String> groups(Optional<Person> person, MunicipalityCode municipality) {
        return person.stream()
                .flatMap(known -> known.holdings().stream())
                .filter(held -> held.municipality().equals(municipality))
                .map(Person.Holding::group)
                .toList();
    }
}
