package fi.hytekello.statement;

import fi.hytekello.municipality.EmailAddresses;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A party as it is to stand in the register; components as in {@link Party}. */
public record PartyDraft(
        PartyKind kind,
        String nameFi,
        String nameSv,
        String email,
        Locale language,
        String basicTasks,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TASKS = 4000;

    public PartyDraft {
        nameFi = nameFi.strip();
        nameSv = nameSv.isBlank() ? nameFi : nameSv.strip();
        email = email.strip();
        basicTasks = basicTasks.strip();
    }

    /** @throws InvalidInput naming the first field that is missing or wrong */
    void check() {
        if (nameFi.isEmpty()) {
            throw new InvalidInput("nameFi", "problem.answer.missing");
        }
        limit("nameFi", nameFi, LONGEST_NAME);
        limit("nameSv", nameSv, LONGEST_NAME);
        limit("basicTasks", basicTasks, LONGEST_TASKS);
        if (!EmailAddresses.isOne(email)) {
            throw new InvalidInput("email", "problem.party.email");
        }
        if (kind.isCouncil() && basicTasks.isEmpty()) {
            throw new InvalidInput("basicTasks", "problem.party.basicTasks");
        }
        if (validUntil != null && validUntil.isBefore(validFrom)) {
            throw new InvalidInput("validUntil", "problem.party.validity");
        }
    }

    private static void limit(String field, String text, int longest) {
        if (text.length() > longest) {
            throw new InvalidInput(field, "problem.answer.long", longest, text.length());
        }
    }
}
