package fi.hytekello.nomination;

import fi.hytekello.body.Organisation;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.notification.Outbox;
import fi.hytekello.notification.OutsideNotice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what became of a round, and nominees what is held of them; each of them once, however often it is called. */
@Component
class RoundNotices {

    /** Begins the recipients in the outbox. */
    static final String PREFIX = "nominee:";

    private final RequestTable requests;
    private final NomineeTable nominees;
    private final Organisations organisations;
    private final Outbox outbox;
    private final Clock clock;

    RoundNotices(
            RequestTable requests, NomineeTable nominees, Organisations organisations, Outbox outbox, Clock clock) {
        this.requests = requests;
        this.nominees = nominees;
        this.organisations = organisations;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The body is composed: to every organisation that was asked, and to all nominees with an address. */
    void composed(RoundId round, MunicipalityCode council, LocalDate decidedOn) {
        Map<OrganisationId, Organisation> known = known(council);
        List<OutsideNotice> notices = new ArrayList<>();
        for (Request request : requests.ofRound(round)) {
            Organisation to = Objects.requireNonNull(known.get(request.organisation()));
            notices.addAll(RequestNotices.both(request, to, NotificationKind.NOMINATION_COMPOSED, "", clock.instant()));
        }
        List<Nominee> named = nominees.of(round);
        for (Nominee one : named) {
            if (one.email() != null && isToBeTold(one, named)) {
                NotificationKind kind = one.appointed()
                        ? NotificationKind.NOMINATION_APPOINTED
                        : NotificationKind.NOMINATION_NOT_APPOINTED;
                notices.add(notice(one, council, known, kind, decidedOn));
            }
        }
        outbox.addOutside(notices);
        privacy(named, council);
    }

    /**
     * Somebody has come in another's place after the body was composed: to the organisation, to who comes and to who goes.
     *
     * @param before null where nobody had the seat
     */
    void replaced(Request request, Nominee comes, @Nullable Nominee before, LocalDate from) {
        MunicipalityCode council = request.council();
        Map<OrganisationId, Organisation> known = known(council);
        Map<String, String> change = new HashMap<>(Map.of("comes", Long.toString(comes.id()), "from", from.toString()));
        if (before != null) {
            change.put("goes", Long.toString(before.id()));
        }
        List<OutsideNotice> notices = new ArrayList<>(RequestNotices.both(
                request,
                Objects.requireNonNull(known.get(request.organisation())),
                NotificationKind.NOMINATION_REPLACED,
                ":replaced:" + comes.id(),
                clock.instant()));
        Stream.of(Optional.of(comes), Optional.ofNullable(before))
                .flatMap(Optional::stream)
                .filter(one -> one.email() != null)
                .forEach(one -> notices.add(notice(one, council, known, NotificationKind.NOMINATION_REPLACED, from)));
        outbox.addOutside(notices.stream().map(notice -> notice.with(change)).toList());
        privacy(List.of(comes), council);
    }

    /** What is held of them, from whom it came, and their rights (GDPR article 14; domain chapter 1.5). */
    void privacy(Collection<Nominee> named, MunicipalityCode council) {
        Map<OrganisationId, Organisation> known = known(council);
        outbox.addOutside(named.stream()
                .filter(one -> one.email() != null)
                .map(one -> notice(
                        one,
                        council,
                        known,
                        NotificationKind.NOMINATION_PRIVACY,
                        LocalDate.ofInstant(one.givenAt(), Finland.ZONE)))
                .toList());
    }

    /** Who has declined knows; who is appointed for another organisation hears only of that. */
    private static boolean isToBeTold(Nominee one, List<Nominee> named) {
        boolean elsewhere =
                !one.appointed() && named.stream().anyMatch(other -> other.appointed() && Nominees.isSame(one, other));
        return one.state() != NomineeState.DECLINED && !elsewhere;
    }

    private Map<OrganisationId, Organisation> known(MunicipalityCode council) {
        return organisations.of(council).stream().collect(Collectors.toMap(Organisation::id, Function.identity()));
    }

    private OutsideNotice notice(
            Nominee one,
            MunicipalityCode council,
            Map<OrganisationId, Organisation> known,
            NotificationKind kind,
            LocalDate on) {
        return new OutsideNotice(
                PREFIX + one.id(),
                Objects.requireNonNull(one.email()),
                Objects.requireNonNull(known.get(one.organisation())).language(),
                council,
                null,
                kind,
                PREFIX + one.id(),
                on,
                clock.instant(),
                Map.of("nominee", Long.toString(one.id())));
    }
}
