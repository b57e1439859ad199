package fi.hytekello.nomination;

import fi.hytekello.body.Organisation;
import fi.hytekello.calendar.Finland;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.notification.OutsideNotice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** To whom in an organisation a mail about its request goes. */
final class RequestNotices {

    private RequestNotices() {}

    /**
     * To those who answer, and for information to the expert where that is somebody else; to nobody once the organisation
     * has ended.
     */
    static List<OutsideNotice> both(
            Request request, Organisation to, NotificationKind kind, String occasion, Instant now) {
        return to.hasEndedOn(LocalDate.ofInstant(now, Finland.ZONE))
                ? List.of()
                : toBoth(request, to, kind, occasion, now);
    }

    /** The same, once, whether it has ended already or not. */
    static List<OutsideNotice> evenIfEnded(Request request, Organisation to, NotificationKind kind, Instant now) {
        return toBoth(request, to, kind, "", now);
    }

    private static List<OutsideNotice> toBoth(
            Request request, Organisation to, NotificationKind kind, String occasion, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Finland.ZONE);
        List<OutsideNotice> notices = new ArrayList<>();
        registryOrExpert(request, to, kind, occasion, today, now).ifPresent(notices::add);
        String expert = to.expertEmail();
        if (to.registryEmail() != null && expert != null && !expert.equalsIgnoreCase(to.registryEmail())) {
            NotificationKind copy =
                    kind == NotificationKind.NOMINATION_REQUEST ? NotificationKind.NOMINATION_COPY : kind;
            notices.add(notice(request, to, "expert", expert, copy, occasion, today, now));
        }
        return notices;
    }

    /** To the registry; to the expert where no registry is known. Nobody where neither is: then a letter has to go. */
    static Optional<OutsideNotice> answering(
            Request request, Organisation to, NotificationKind kind, String occasion, LocalDate on, Instant sendAfter) {
        return to.hasEndedOn(on) ? Optional.empty() : registryOrExpert(request, to, kind, occasion, on, sendAfter);
    }

    private static Optional<OutsideNotice> registryOrExpert(
            Request request, Organisation to, NotificationKind kind, String occasion, LocalDate on, Instant sendAfter) {
        String registry = to.registryEmail();
        String expert = to.expertEmail();
        if (registry != null) {
            return Optional.of(notice(request, to, "registry", registry, kind, occasion, on, sendAfter));
        }
        return Optional.ofNullable(expert)
                .map(address -> notice(request, to, "expert", address, kind, occasion, on, sendAfter));
    }

    static OutsideNotice notice(
            Request request,
            Organisation to,
            String whom,
            String address,
            NotificationKind kind,
            String occasion,
            LocalDate on,
            Instant sendAfter) {
        String id = request.id().toString();
        return new OutsideNotice(
                "organisation:" + to.id() + ":" + whom,
                address,
                to.language(),
                request.council(),
                null,
                kind,
                RequestAnswers.subject(request.id()) + occasion,
                on,
                sendAfter,
                Map.of("request", id, "to", whom, "reference", RequestReferences.of(request.id())));
    }
}
