package fi.hytekello.notification;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Has each letter put into words by the author of its kind. */
@Component
class MailTexts {

    private final Map<NotificationKind, LetterAuthor> authors = new EnumMap<>(NotificationKind.class);

    private final MailWords words;

    MailTexts(List<LetterAuthor> authors, MailWords words) {
        this.words = words;
        for (LetterAuthor author : authors) {
            for (NotificationKind kind : author.kinds()) {
                if (this.authors.put(kind, author) != null) {
                    throw new IllegalStateException("Two authors write mails of the kind " + kind);
                }
            }
        }
    }

    /** The mail, in one language or in both. */
    List<MailContent> of(Letter letter) {
        return saidForWhom(letter, author(letter.kind()).write(letter));
    }

    /** The same with sample data in place of what its ids stand for. */
    List<MailContent> sample(Letter letter) {
        return saidForWhom(letter, author(letter.kind()).sample(letter));
    }

    /** A deputy is told first for whom. */
    private List<MailContent> saidForWhom(Letter letter, List<MailContent> contents) {
        String absent = letter.absent();
        return absent == null
                ? contents
                : contents.stream()
                        .map(content -> content.beginningWith(words.fact("absent", absent, content.language())))
                        .toList();
    }

    private LetterAuthor author(NotificationKind kind) {
        LetterAuthor author = authors.get(kind);
        if (author == null) {
            throw new IllegalStateException("Nobody writes mails of the kind " + kind);
        }
        return author;
    }
}
