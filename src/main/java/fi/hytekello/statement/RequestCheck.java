package fi.hytekello.statement;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a request must have before it is sent. */
@Component
class RequestCheck {

    private static final int LONGEST_COVER = 4000;
    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_QUESTION = 1000;

    private final BusinessDays businessDays;
    private final Clock clock;

    RequestCheck(BusinessDays businessDays, Clock clock) {
        this.businessDays = businessDays;
        this.clock = clock;
    }

    /** @throws InvalidInput naming the text that is too long */
    void lengths(RequestDraft draft) {
        limit("cover", draft.cover(), LONGEST_COVER);
        if (draft.reason() != null) {
            limit("requestReason", draft.reason(), LONGEST_REASON);
        }
        for (Question question : draft.questions()) {
            limit("questionName-" + question.ordinal(), question.name(), LONGEST_NAME);
            limit("questionText-" + question.ordinal(), question.text(), LONGEST_QUESTION);
        }
    }

    /**
     * The last day to answer.
     *
     * @throws InvalidInput naming what is missing
     */
    LocalDate complete(Round round, List<Question> questions, List<Statement> chosen, List<Party> valid) {
        if (chosen.isEmpty()) {
            throw new InvalidInput("parties", "problem.request.parties");
        }
        boolean councilLeftOut = valid.stream()
                .filter(party -> party.kind().isCouncil())
                .anyMatch(party -> chosen.stream().noneMatch(one -> one.party().id() == party.id()));
        if (councilLeftOut && round.reason() == null) {
            throw new InvalidInput("requestReason", "problem.request.leftOut");
        }
        for (Question question : questions) {
            if (question.name().isBlank()) {
                throw new InvalidInput("questionName-" + question.ordinal(), "problem.answer.missing");
            }
            if (question.text().isBlank()) {
                throw new InvalidInput("questionText-" + question.ordinal(), "problem.answer.missing");
            }
        }
        chosen.stream()
                .filter(one -> questions.stream()
                        .noneMatch(question -> question.isFor(one.party().kind())))
                .findFirst()
                .ifPresent(one -> {
                    throw new InvalidInput("questions", "problem.request.questions");
                });
        return due(round);
    }

    private LocalDate due(Round round) {
        LocalDate dueOn = round.dueOn();
        if (dueOn == null) {
            throw new InvalidInput("dueOn", "problem.answer.missing");
        }
        LocalDate today = LocalDate.now(clock.withZone(Finland.ZONE));
        if (dueOn.isBefore(businessDays.plus(today, StatementRounds.SHORTEST))) {
            throw new InvalidInput("dueOn", "problem.request.tooSoon", StatementRounds.SHORTEST);
        }
        return dueOn;
    }

    private static void limit(String field, String text, int longest) {
        if (text.length() > longest) {
            throw new InvalidInput(field, "problem.answer.long", longest, text.length());
        }
    }
}
