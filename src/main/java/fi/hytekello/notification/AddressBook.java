package fi.hytekello.notification;

import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.notification.AddressKeeper.Kept;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The addresses of all recipients, wherever they are kept. */
@Component
class AddressBook {

    private final List<AddressKeeper> keepers;

    AddressBook(List<AddressKeeper> keepers) {
        this.keepers = List.copyOf(keepers);
    }

    /** By recipient, in the order of the keys; who is not known any more is left out. */
    Map<String, Kept> find(Collection<String> recipients, MunicipalityCode municipality, Locale locale) {
        Map<String, Kept> found = new TreeMap<>();
        keepers.forEach(keeper -> found.putAll(keeper.find(recipients, municipality, locale)));
        return found;
    }

    /** Corrects the address of these recipients where it is kept, unless it is this one already. */
    void correct(Collection<String> recipients, MunicipalityCode municipality, String address) {
        for (AddressKeeper keeper : keepers) {
            keeper.find(recipients, municipality, Languages.FINNISH).forEach((recipient, kept) -> {
                if (!address.equals(kept.address())) {
                    keeper.correct(recipient, municipality, address);
                }
            });
        }
    }
}
