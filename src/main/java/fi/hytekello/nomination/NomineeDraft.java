package fi.hytekello.nomination;

import fi.hytekello.body.Expertise;
import fi.hytekello.body.Gender;
import fi.hytekello.municipality.EmailAddresses;
import fi.hytekello.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Somebody as an organisation gives them; components as in {@link Nominee}, empty texts for what is not given. */
public record NomineeDraft(
        int seat,
        boolean deputy,
        String name,
        String title,
        String email,
        String phone,
        @Nullable Expertise expertise,
        Gender gender) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_PHONE = 40;

    public NomineeDraft {
        name = name.strip().replaceAll("\\s+", " ");
        title = title.strip();
        email = email.strip();
        phone = phone.strip();
    }

    /** True where nobody is given for the seat. */
    public boolean isEmpty() {
        return name.isEmpty() && title.isEmpty() && email.isEmpty() && phone.isEmpty();
    }

    boolean isFor(Nominee seated) {
        return seat == seated.seat() && deputy == seated.deputy();
    }

    /** The name of a form's field about this person, such as {@code nomineeEmail-1} or {@code deputyEmail-1}. */
    public String field(String part) {
        return (deputy ? "deputy" : "nominee") + part + "-" + seat;
    }

    /** @throws InvalidInput naming the first field that is missing or wrong */
    void check() {
        if (name.isEmpty()) {
            throw new InvalidInput(field("Name"), "problem.nominee.missing");
        }
        limit("Name", name, LONGEST_NAME);
        limit("Title", title, LONGEST_NAME);
        limit("Phone", phone, LONGEST_PHONE);
        if (email.isEmpty() && phone.isEmpty()) {
            throw new InvalidInput(field("Email"), "problem.nominee.contact");
        }
        if (!email.isEmpty() && !EmailAddresses.isOne(email)) {
            throw new InvalidInput(field("Email"), "problem.nominee.email");
        }
    }

    private void limit(String part, String text, int longest) {
        if (text.length() > longest) {
            throw new InvalidInput(field(part), "problem.nominee.long", longest);
        }
    }

    /** Without the person: a log may name it. */
    @Override
    public String toString() {
        return "NomineeDraft " + seat + (deputy ? " deputy" : "");
    }
}
