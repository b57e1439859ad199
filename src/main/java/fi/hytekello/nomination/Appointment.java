package fi.hytekello.nomination;

import fi.hytekello.platform.Dates;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The decision that appoints those named.
 *
 * @param by the body or official that decided
 * @param section § of the minutes, empty where there is none
 * @param from first day of the memberships
 * @param until last day, null while no end is known
 * @param quotaReason the special reason for a composition that misses the quota (Act 609/1986 § 4a), empty without one
 */
public record Appointment(
        String by,
        @Nullable LocalDate on,
        String section,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String quotaReason) {

    static final int LONGEST_BY = 200;
    static final int LONGEST_SECTION = 40;

    public Appointment {
        by = by.strip();
        section = section.strip();
        quotaReason = quotaReason.strip();
    }

    /** Such as {@code Maakuntahallitus 25.1.2021 § 12}. */
    public String inWords(Dates dates) {
        String day = on == null ? "" : " " + dates.date(on);
        return by + day + (section.isEmpty() ? "" : " § " + section.replaceFirst("^§\\s*", ""));
    }

    LocalDate begins() {
        return Objects.requireNonNull(from, "from");
    }

    /**
     * @param today nothing has been decided later than this
     * @throws InvalidInput naming the first field that is missing or wrong
     */
    void check(LocalDate today) {
        if (by.isEmpty()) {
            throw new InvalidInput("appointedBy", "problem.answer.missing");
        }
        limit("appointedBy", by, LONGEST_BY);
        limit("appointedSection", section, LONGEST_SECTION);
        if (on == null) {
            throw new InvalidInput("appointedOn", "problem.answer.missing");
        }
        if (on.isAfter(today)) {
            throw new InvalidInput("appointedOn", "problem.nomination.undecided");
        }
        if (from == null) {
            throw new InvalidInput("membersFrom", "problem.answer.missing");
        }
        if (until != null && until.isBefore(from)) {
            throw new InvalidInput("membersUntil", "problem.membership.period");
        }
    }

    private static void limit(String field, String text, int longest) {
        if (text.length() > longest) {
            throw new InvalidInput(field, "problem.answer.long", longest, text.length());
        }
    }
}
