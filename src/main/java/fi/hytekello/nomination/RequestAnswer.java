package fi.hytekello.nomination;

import fi.hytekello.platform.problem.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a request.
 *
 * @param nominees those given; empty places are left out
 * @param loneReason why a seat has one candidate only; empty where it is not told
 * @param receivedOn when a letter or mail arrived; null where it comes at this moment
 * @param version the one that the writer saw; null where the writer saw none
 * @param mailed null where it did not come by mail
 */
public record RequestAnswer(
        List<NomineeDraft> nominees,
        Request.Decision decision,
        String loneReason,
        @Nullable LocalDate receivedOn,
        @Nullable Integer version,
        @Nullable Mailed mailed) {

    private static final int LONGEST_BY = 200;
    private static final int LONGEST_SECTION = 40;
    private static final int LONGEST_REASON = 1000;

    public RequestAnswer {
        nominees = nominees.stream().filter(nominee -> !nominee.isEmpty()).toList();
        decision = new Request.Decision(
                decision.by().strip(), decision.on(), decision.section().strip());
    }

    /** One that did not come by mail. */
    public RequestAnswer(
            List<NomineeDraft> nominees,
            Request.Decision decision,
            @Nullable LocalDate receivedOn,
            @Nullable Integer version) {
        this(nominees, decision, "", receivedOn, version, null);
    }

    /**
     * How an answer came by mail.
     *
     * @param receivedAt when the mail server had it
     * @param sameSender whether whoever sent it also sent the last mail that was taken as an answer
     */
    public record Mailed(Instant receivedAt, boolean sameSender) {}

    /** The same, arriving at this moment. */
    public RequestAnswer withoutReceipt() {
        return new RequestAnswer(nominees, decision, loneReason, null, version, null);
    }

    RequestAnswer by(Mailed mail) {
        return new RequestAnswer(nominees, decision, loneReason, null, version, mail);
    }

    /** Whether who sends it may simply change a seat; another sender proposes a replacement (R3-04). */
    boolean mayCorrect(Request request, Nominee nominee, RequestVia via, Instant now) {
        return (mailed == null || mailed.sameSender()) && request.mayCorrect(nominee, via, now);
    }

    boolean isLate(Request request, Instant now) {
        if (mailed != null) {
            return request.isPast(mailed.receivedAt());
        }
        return receivedOn == null ? request.isPast(now) : receivedOn.isAfter(request.lastDay());
    }

    /**
     * @param seated who has the seats now
     * @throws InvalidInput naming the first field that is missing or wrong
     */
    void check(Request request, List<Nominee> seated, RequestVia via, Instant now, LocalDate today) {
        nominees.forEach(NomineeDraft::check);
        nominees.stream().filter(NomineeDraft::second).forEach(one -> checkSecond(one, request, seated, via, now));
        checkSeats(request, seated, via, now);
        if (via == RequestVia.LINK && decision.by().isEmpty()) {
            throw new InvalidInput("nominatingBody", "problem.nominee.missing");
        }
        limit("nominatingBody", decision.by(), LONGEST_BY);
        limit("nominatingSection", decision.section(), LONGEST_SECTION);
        limit("loneReason", loneReason, LONGEST_REASON);
        notInFuture("nominatedOn", decision.on(), today);
        notInFuture("nominationReceivedOn", receivedOn, today);
    }

    /** Both may be named only where both are asked for, and nobody is second to none. */
    private void checkSecond(NomineeDraft second, Request request, List<Nominee> seated, RequestVia via, Instant now) {
        if (!request.asksBoth()) {
            throw new InvalidInput(second.field("Name"), "problem.nominee.noSeat");
        }
        boolean kept = seated.stream()
                .filter(one -> one.state() == NomineeState.CURRENT && second.isFor(one))
                .anyMatch(one -> !mayCorrect(request, one, via, now));
        if (!kept && nominees.stream().noneMatch(one -> !one.second() && second.isFor(one))) {
            throw new InvalidInput(
                    NomineeDraft.field(second.seat(), second.deputy(), false, "Name"), "problem.nominee.first");
        }
    }

    private void checkSeats(Request request, List<Nominee> seated, RequestVia via, Instant now) {
        Set<Integer> members = Stream.concat(
                        nominees.stream()
                                .filter(one -> !one.deputy() && !one.second())
                                .map(NomineeDraft::seat),
                        seated.stream()
                                .filter(one -> one.state() == NomineeState.CURRENT && !one.deputy())
                                .filter(one -> !mayCorrect(request, one, via, now))
                                .map(Nominee::seat))
                .collect(Collectors.toSet());
        int asked = Math.max(1, request.seats().min());
        for (int seat = 1; seat <= request.seats().max() && members.size() < asked; seat++) {
            if (!members.contains(seat)) {
                throw new InvalidInput("nomineeName-" + seat, "problem.nominee.seats", asked);
            }
        }
        for (NomineeDraft one : nominees) {
            boolean none = one.seat() < 1 || one.seat() > request.seats().max();
            if (none || (one.deputy() && !request.seats().deputies())) {
                throw new InvalidInput(one.field("Name"), "problem.nominee.noSeat");
            }
            if (one.deputy() && !members.contains(one.seat())) {
                throw new InvalidInput("nomineeName-" + one.seat(), "problem.nominee.member");
            }
        }
    }

    private static void limit(String field, String text, int longest) {
        if (text.length() > longest) {
            throw new InvalidInput(field, "problem.nominee.long", longest);
        }
    }

    private static void notInFuture(String field, @Nullable LocalDate day, LocalDate today) {
        if (day != null && day.isAfter(today)) {
            throw new InvalidInput(field, "problem.nominee.future");
        }
    }
}
