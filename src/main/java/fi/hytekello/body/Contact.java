package fi.hytekello.body;

import fi.hytekello.municipality.EmailAddresses;
import fi.hytekello.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask about a body (R0-16): a post, not a person's name, as everybody reads it.
 *
 * @param email null where there is none
 * @param phone empty where there is none
 */
public record Contact(String title, @Nullable String email, String phone) {

    static final int MOST = 2;

    public Contact {
        title = title.strip();
        phone = phone.strip();
        email = email == null || email.isBlank() ? null : email.strip();
    }

    boolean isEmpty() {
        return title.isEmpty() && email == null && phone.isEmpty();
    }

    /** @throws InvalidInput naming the first field that is missing or wrong */
    void check(int number) {
        Checks.present("contactTitle-" + number, title);
        Checks.limit("contactTitle-" + number, title, 200);
        Checks.limit("contactPhone-" + number, phone, 40);
        if (email != null && !EmailAddresses.isOne(email)) {
            throw new InvalidInput("contactEmail-" + number, "problem.party.email");
        }
    }
}
