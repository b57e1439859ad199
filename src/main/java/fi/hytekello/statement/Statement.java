package fi.hytekello.statement;

import fi.hytekello.cycle.CycleId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one party was asked and answered.
 *
 * @param text the statement in general
 * @param answers by the ordinal of the question
 * @param receivedOn day of arrival, Europe/Helsinki
 * @param late true when it came after the deadline
 * @param version counts the changes of the statement
 * @param taskId the secretary's task for it, null before there is one
 */
public record Statement(
        long id,
        long round,
        CycleId cycle,
        Party party,
        State state,
        @Nullable Via via,
        String text,
        Map<Integer, String> answers,
        @Nullable LocalDate receivedOn,
        @Nullable Instant answeredAt,
        boolean late,
        Reply reply,
        int version,
        @Nullable String taskId) {

    /** How it stands; {@code NONE} when the party gives no statement. */
    public enum State {
        WAITING,
        GIVEN,
        NONE
    }

    /** How it came. */
    public enum Via {
        LINK,
        SECRETARY
    }

    /**
     * The coordinator's reply (vastine).
     *
     * @param changedDraft true where the statement changes the draft
     * @param statementVersion the version of the statement that it answers, null while there is none
     */
    public record Reply(
            String text, boolean changedDraft, @Nullable Integer statementVersion) {}

    public Statement {
        answers = Map.copyOf(answers);
    }

    public String answer(int question) {
        return answers.getOrDefault(question, "");
    }

    /** True where a reply is still to be written, or the statement was corrected after it. */
    public boolean lacksReply() {
        return state == State.GIVEN
                && (reply.text().isBlank() || !Integer.valueOf(version).equals(reply.statementVersion()));
    }
}
