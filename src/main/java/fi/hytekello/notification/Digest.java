package fi.hytekello.notification;

import fi.hytekello.notification.MailContent.Fact;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Several matters of one person in words; the templates only lay them out.
 *
 * @param sections none of them empty
 * @param link to all tasks of the person
 */
record Digest(Locale language, String subject, String greeting, String lead, List<Section> sections, Fact link) {

    /** Matters that belong together, in the order in which they press. */
    record Section(String title, List<Item> items) {

        Section {
            items = List.copyOf(items);
        }
    }

    /**
     * One matter.
     *
     * @param note why it is told, null where the title says it
     * @param comment why something was returned or rejected
     * @param link null where there is nothing to open
     */
    record Item(
            String title,
            @Nullable String note,
            List<Fact> facts,
            @Nullable Fact comment,
            @Nullable Fact link) {

        Item {
            facts = List.copyOf(facts);
        }
    }

    Digest {
        subject = OneLine.subject(subject);
        sections = List.copyOf(sections);
    }
}
