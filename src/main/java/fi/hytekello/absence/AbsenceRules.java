package fi.hytekello.absence;

import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What an absence must keep, whoever sets it. */
final class AbsenceRules {

    private static final String FIRST_DAY = "firstDay";
    private static final String LAST_DAY = "lastDay";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d.M.yyyy", Locale.ROOT);

    private AbsenceRules() {}

    /**
     * Checks the period and the deputy.
     *
     * @param before what is changed, null for a new absence
     * @param others all other absences of the municipality that may meet this one
     * @param deputy the deputy of the draft where such a person is active, else null
     * @throws InvalidInput naming the field
     */
    static void check(
            AbsenceDraft draft,
            @Nullable Absence before,
            List<Absence> others,
            @Nullable Person deputy,
            LocalDate today) {
        checkPeriod(draft, before, today);
        List<Absence> meeting = others.stream()
                .filter(other -> other.overlaps(draft.startsOn(), draft.endsOn()))
                .toList();
        refuse(meeting, absence -> absence.person().equals(draft.person()), FIRST_DAY, "problem.absence.overlap");
        refuse(meeting, absence -> draft.person().equals(absence.deputy()), FIRST_DAY, "problem.absence.isDeputy");
        if (draft.deputy() != null) {
            checkDeputy(draft, draft.deputy(), meeting, deputy);
        }
    }

    private static void checkPeriod(AbsenceDraft draft, @Nullable Absence before, LocalDate today) {
        if (draft.endsOn().isBefore(draft.startsOn())) {
            throw new InvalidInput(LAST_DAY, "problem.absence.order");
        }
        if (draft.endsOn().isBefore(today)) {
            throw new InvalidInput(LAST_DAY, "problem.absence.past");
        }
        if (!draft.endsOn().isBefore(draft.startsOn().plusYears(1))) {
            throw new InvalidInput(LAST_DAY, "problem.absence.long");
        }
        if (before != null
                && !before.startsOn().isAfter(today)
                && !before.startsOn().equals(draft.startsOn())) {
            throw new InvalidInput(FIRST_DAY, "problem.absence.begun");
        }
    }

    private static void checkDeputy(
            AbsenceDraft draft, Username named, List<Absence> meeting, @Nullable Person deputy) {
        // One form may ask for a deputy in several municipalities.
        String field = "substitute-" + draft.municipality();
        if (named.equals(draft.person())) {
            throw new InvalidInput(field, "problem.absence.self");
        }
        if (deputy == null || !deputy.inOwnRight().belongsTo(draft.municipality())) {
            throw new InvalidInput(field, "problem.absence.stranger");
        }
        refuse(meeting, absence -> absence.person().equals(named), field, "problem.absence.deputyAway");
    }

    private static void refuse(List<Absence> meeting, Predicate<Absence> which, String field, String message) {
        meeting.stream().filter(which).findFirst().ifPresent(absence -> {
            throw new InvalidInput(field, message, DATE.format(absence.startsOn()), DATE.format(absence.endsOn()));
        });
    }
}
