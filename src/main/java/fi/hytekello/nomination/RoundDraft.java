package fi.hytekello.nomination;

import fi.hytekello.body.OrganisationId;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the coordinator writes of a request.
 *
 * @param textFi the letter's own text, in paragraphs
 * @param textSv the same in Swedish
 * @param firstMeeting when the body is to meet first, in words; dates are never fixed this early (R3-11)
 * @param signatoryOne title of the first who signs (R3-14); posts, no personal names are needed
 * @param diaryNumber empty where the registry has not given one
 * @param dueOn last day to answer; null while it is not chosen
 * @param warningsAccepted true where the coordinator has seen the warnings of exactly this deadline and keeps it
 * @param chosen the organisations to be asked
 */
public record RoundDraft(
        String textFi,
        String textSv,
        Set<RoundClause> clauses,
        String firstMeeting,
        String signatoryOne,
        String signatoryTwo,
        String diaryNumber,
        @Nullable LocalDate dueOn,
        boolean warningsAccepted,
        Set<OrganisationId> chosen) {

    private static final int LONGEST_TEXT = 8000;
    private static final int LONGEST_MEETING = 200;
    private static final int LONGEST_SIGNATORY = 120;
    private static final int LONGEST_NUMBER = 60;

    public RoundDraft {
        textFi = textFi.strip();
        textSv = textSv.strip();
        clauses = Set.copyOf(clauses);
        firstMeeting = firstMeeting.strip();
        signatoryOne = signatoryOne.strip();
        signatoryTwo = signatoryTwo.strip();
        diaryNumber = diaryNumber.strip();
        chosen = Set.copyOf(chosen);
    }

    /** The same with other words on the first meeting. */
    RoundDraft meeting(String words) {
        return new RoundDraft(
                textFi,
                textSv,
                clauses,
                words,
                signatoryOne,
                signatoryTwo,
                diaryNumber,
                dueOn,
                warningsAccepted,
                chosen);
    }

    /** What even a draft has to keep. @throws InvalidInput naming the field that is too long */
    void checkLengths() {
        limit("requestFi", textFi, LONGEST_TEXT);
        limit("requestSv", textSv, LONGEST_TEXT);
        limit("firstMeeting", firstMeeting, LONGEST_MEETING);
        limit("signatoryOne", signatoryOne, LONGEST_SIGNATORY);
        limit("signatoryTwo", signatoryTwo, LONGEST_SIGNATORY);
        limit("diaryNumber", diaryNumber, LONGEST_NUMBER);
    }

    /** @throws InvalidInput naming the first field that a letter cannot go without */
    void checkComplete() {
        present("requestFi", textFi);
        present("requestSv", textSv);
        present("firstMeeting", firstMeeting);
        present("signatoryOne", signatoryOne);
        present("signatoryTwo", signatoryTwo);
        if (dueOn == null) {
            throw new InvalidInput("dueOn", "problem.answer.missing");
        }
        if (chosen.isEmpty()) {
            throw new InvalidInput("organisations", "problem.nomination.nobody");
        }
    }

    private static void present(String field, String text) {
        if (text.isEmpty()) {
            throw new InvalidInput(field, "problem.answer.missing");
        }
    }

    private static void limit(String field, String text, int longest) {
        if (text.length() > longest) {
            throw new InvalidInput(field, "problem.answer.long", longest, text.length());
        }
    }
}
