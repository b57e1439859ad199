package fi.hytekello.notification;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Username;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The addresses of those who sign in. Who has left has a title only. */
@Component
class PeopleAddresses implements AddressKeeper {

    private final People people;

    PeopleAddresses(People people) {
        this.people = people;
    }

    @Override
    public Map<String, Kept> find(Collection<String> recipients, MunicipalityCode municipality, Locale locale) {
        List<Username> usernames = recipients.stream().map(Username::new).toList();
        Map<Username, String> addresses = people.among(municipality, List.of(), usernames).stream()
                .collect(Collectors.toMap(Person::username, Person::email));
        return people.titles(usernames, locale).entrySet().stream()
                .collect(Collectors.toMap(
                        titled -> titled.getKey().value(),
                        titled -> new Kept(titled.getValue(), addresses.get(titled.getKey()))));
    }

    @Override
    public void correct(String recipient, MunicipalityCode municipality, String address) {
        people.writeTo(new Username(recipient), address);
    }
}
