package fi.hytekello.demo.simulation;

import fi.hytekello.demo.MailStore;
import fi.hytekello.demo.StoredMail;
import fi.hytekello.notification.MailParts;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds in the mails that were sent what their receivers find there: personal links. */
@Component
class MailedLinks {

    private final MailStore store;

    MailedLinks(MailStore store) {
        this.store = store;
    }

    /** The newest mail of a kind, such as {@code nomination-request}, to an address. */
    Optional<StoredMail> mail(String address, String kind) {
        return store.list(address).stream()
                .filter(mail -> mail.kind().equals(kind))
                .max(Comparator.comparing(StoredMail::id));
    }

    /** The token of the personal link in it, such as {@code /nominate/…}; empty where no such mail has come. */
    Optional<String> token(String address, String kind, String path) {
        Pattern link = Pattern.compile(Pattern.quote(path) + "([A-Za-z0-9_-]+)");
        return mail(address, kind)
                .flatMap(mail -> MailParts.text(store.read(mail), "text/plain"))
                .flatMap(text -> link.matcher(text).results().findFirst())
                .map((MatchResult found) -> found.group(1));
    }
}
