package fi.hytekello.body;

import fi.hytekello.platform.problem.InvalidInput;

/** What all drafts of this feature ask of a text. */
final class Checks {

    private Checks() {}

    static void present(String field, String text) {
        if (text.isEmpty()) {
            throw new InvalidInput(field, "problem.answer.missing");
        }
    }

    static void limit(String field, String text, int longest) {
        if (text.length() > longest) {
            throw new InvalidInput(field, "problem.answer.long", longest, text.length());
        }
    }
}
