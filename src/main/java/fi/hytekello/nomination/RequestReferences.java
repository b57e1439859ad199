package fi.hytekello.nomination;

import static java.util.stream.Collectors.groupingBy;

import fi.hytekello.inbox.MailReferences;
import fi.hytekello.municipality.Languages;
import fi.hytekello.notification.MailWords;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * By which mails about a request are known (R3-10): open while the request takes an answer or a replacement by mail;
 * what comes later goes to the registry.
 */
@Component
class RequestReferences {

    static final String PREFIX = "nominationrequest:";

    private static final int LONGEST_NAME = 300;

    private final MailReferences references;
    private final MailWords words;

    RequestReferences(MailReferences references, MailWords words) {
        this.references = references;
        this.words = words;
    }

    static String of(RequestId id) {
        return PREFIX + id;
    }

    /** The request of a reference; empty where it is another feature's. */
    static Optional<RequestId> request(String reference) {
        return reference.startsWith(PREFIX)
                ? Optional.of(new RequestId(Long.parseLong(reference.substring(PREFIX.length()))))
                : Optional.empty();
    }

    /** Opens or closes it as the request stands now. */
    void follow(Request request, Instant now) {
        String reference = of(request.id());
        if (request.takes(RequestVia.MAIL, now)) {
            references.open(
                    request.council(), reference, name(request, Languages.FINNISH), name(request, Languages.SWEDISH));
        } else {
            references.close(request.council(), reference);
        }
    }

    void close(Collection<Request> requests) {
        requests.stream()
                .collect(groupingBy(Request::council))
                .forEach((council, all) -> references.closeAll(
                        council, all.stream().map(one -> of(one.id())).toList()));
    }

    private String name(Request request, Locale in) {
        String name = words.text(
                "nominee.mailed.matter",
                in,
                request.organisation(in),
                request.round().body(in));
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
