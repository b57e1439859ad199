package fi.hytekello.statement;

import fi.hytekello.cycle.CycleId;
import java.util.List;

/** All statements of a cycle and the replies to them, in the order of the rounds: an appendix of the welfare report. */
public record StatementAppendix(CycleId cycle, List<Part> rounds) {

    /** One round with its questions and what each party answered. */
    public record Part(Round round, List<Question> questions, List<Statement> statements) {

        public Part {
            questions = List.copyOf(questions);
            statements = List.copyOf(statements);
        }

        /** The questions that this party was asked. */
        public List<Question> questionsFor(Party party) {
            return questions.stream()
                    .filter(question -> question.isFor(party.kind()))
                    .toList();
        }
    }

    public StatementAppendix {
        rounds = List.copyOf(rounds);
    }

    public boolean isEmpty() {
        return rounds.isEmpty();
    }
}
