package fi.hytekello.consultation;

import fi.hytekello.body.OrganisationId;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the coordinator begins a consultation with.
 *
 * @param questions in their order, one line each
 * @param firstDay null while it is not given
 * @param chosen the municipalities, as organisations of the council's register
 */
public record ConsultationDraft(
        String title,
        List<String> questions,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        Role handler,
        Set<OrganisationId> chosen) {

    /** Who may be given the hearing; the first is the usual one. */
    public static final List<Role> HANDLERS = List.of(Role.REGIONAL_COORDINATOR, Role.REGIONAL_DIRECTOR);

    static final int LONGEST_YEARS = 1;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_QUESTION = 500;
    private static final int MOST_QUESTIONS = 10;

    public ConsultationDraft {
        title = title.strip();
        questions = questions.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        chosen = Set.copyOf(chosen);
    }

    /** @throws InvalidInput naming the first field that is missing or wrong */
    void check(LocalDate today) {
        if (title.isEmpty()) {
            throw new InvalidInput("consultationTitle", "problem.answer.missing");
        }
        limit("consultationTitle", title, LONGEST_TITLE);
        checkQuestions();
        checkDays(firstDay, lastDay, today);
        if (!HANDLERS.contains(handler)) {
            throw new InvalidInput("handler", "problem.answer.choice");
        }
        if (chosen.isEmpty()) {
            throw new InvalidInput("municipalities", "problem.consultation.nobody");
        }
    }

    private void checkQuestions() {
        if (questions.isEmpty()) {
            throw new InvalidInput("questions", "problem.answer.missing");
        }
        if (questions.size() > MOST_QUESTIONS) {
            throw new InvalidInput("questions", "problem.consultation.questions", MOST_QUESTIONS, questions.size());
        }
        questions.forEach(one -> limit("questions", one, LONGEST_QUESTION));
    }

    private static void checkDays(@Nullable LocalDate first, @Nullable LocalDate last, LocalDate today) {
        if (first == null) {
            throw new InvalidInput("hearingFrom", "problem.answer.missing");
        }
        checkLastDay(first, last, today);
    }

    /** @throws InvalidInput when it is missing, not later than today, before the first day or over a year after it */
    static void checkLastDay(LocalDate first, @Nullable LocalDate last, LocalDate today) {
        if (last == null) {
            throw new InvalidInput("hearingUntil", "problem.answer.missing");
        }
        if (!last.isAfter(today)) {
            throw new InvalidInput("hearingUntil", "problem.consultation.past");
        }
        if (last.isBefore(first)) {
            throw new InvalidInput("hearingUntil", "problem.consultation.order");
        }
        LocalDate from = first.isBefore(today) ? today : first;
        if (last.isAfter(from.plusYears(LONGEST_YEARS))) {
            throw new InvalidInput("hearingUntil", "problem.consultation.long");
        }
    }

    private static void limit(String field, String text, int longest) {
        if (text.length() > longest) {
            throw new InvalidInput(field, "problem.answer.long", longest, text.length());
        }
    }
}
