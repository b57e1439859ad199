package fi.hytekello.document;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A document in one language before it takes a form: the one source of its page, its PDF and its Word file.
 *
 * @param municipality name of the municipality in the document's language
 * @param draft the word that marks a draft on every page, null for a published document
 * @param contents heading of the list of contents, empty where there is none, as in a letter
 * @param facts what the title page tells
 */
public record Document(
        Locale language,
        String municipality,
        String title,
        @Nullable String draft,
        String contents,
        List<Fact> facts,
        List<Section> sections) {

    public record Fact(String label, Text value) {}

    public Document {
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }

    /** Language and country, such as {@code fi-FI}. */
    public String tag() {
        return Text.tag(language);
    }

    /** What stands on top of every page. */
    public String head() {
        String name = municipality + " – " + title;
        return draft == null ? name : name + " – " + draft;
    }
}
