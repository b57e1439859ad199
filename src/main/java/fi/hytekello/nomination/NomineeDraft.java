package fi.hytekello.nomination;

import fi.hytekello.body.Expertise;
import fi.hytekello.body.Gender;
import fi.hytekello.municipality.EmailAddresses;
import fi.hytekello.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as an organisation gives them; components as in {@link Nominee}, empty texts for what is not given.
 *
 * @param second the second candidate for the seat, beside the one who is named for it
 */
public record NomineeDraft(
        int seat,
        boolean deputy,
        boolean second,
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

    /** The one who is named for the seat. */
    public NomineeDraft(
            int seat,
            boolean deputy,
            String name,
            String title,
            String email,
            String phone,
            @Nullable Expertise expertise,
            Gender gender) {
        this(seat, deputy, false, name, title, email, phone, expertise, gender);
    }

    /** True where nobody is given for the seat. */
    public boolean isEmpty() {
        return name.isEmpty() && title.isEmpty() && email.isEmpty() && phone.isEmpty();
    }

    boolean isFor(Nominee seated) {
        return seat == seated.seat() && deputy == seated.deputy();
    }

    boolean isFor(NomineeDraft other) {
        return seat == other.seat() && deputy == other.deputy();
    }

    NomineeState state() {
        return second ? NomineeState.ALTERNATIVE : NomineeState.CURRENT;
    }

    /**
     * The name of a form's field about this person, such as {@code nomineeEmail-1}, {@code deputyEmail-1} or {@code
     * secondEmail-1}.
     */
    public String field(String part) {
        return field(seat, deputy, second, part);
    }

    /** As {@link #field(String)}. */
    public static String field(int seat, boolean deputy, boolean second, String part) {
        String first = deputy ? "deputy" : "nominee";
        return (second ? (deputy ? "secondDeputy" : "second") : first) + part + "-" + seat;
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
