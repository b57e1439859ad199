package fi.hytekello.nomination.web;

import fi.hytekello.body.Expertise;
import fi.hytekello.body.Gender;
import fi.hytekello.nomination.Nominee;
import fi.hytekello.nomination.NomineeDraft;
import fi.hytekello.nomination.NomineeState;
import fi.hytekello.nomination.Request;
import fi.hytekello.nomination.RequestAnswer;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form in which nominees are given, the same behind the link and by hand. */
record RequestForm(Map<String, String> fields) {

    /** A seat as the form shows it. Who is locked is shown and cannot be changed. */
    record Seat(
            int number,
            @Nullable Nominee lockedMember,
            @Nullable Nominee lockedDeputy) {}

    /** What is stored, to be corrected. */
    static RequestForm of(Request request, List<Nominee> nominees) {
        Map<String, String> fields = new HashMap<>();
        nominees.stream()
                .filter(nominee -> nominee.state().isCandidate())
                .map(Nominee::draft)
                .forEach(draft -> put(fields, draft));
        fields.put("nominatingBody", request.decision().by());
        fields.put("nominatedOn", Objects.toString(request.decision().on(), ""));
        fields.put("nominatingSection", request.decision().section());
        fields.put("loneReason", request.loneReason());
        fields.put("nominationExpectedOn", Objects.toString(request.expectedOn(), ""));
        fields.put("version", Integer.toString(request.version()));
        return new RequestForm(fields);
    }

    private static void put(Map<String, String> fields, NomineeDraft draft) {
        fields.put(draft.field("Name"), draft.name());
        fields.put(draft.field("Title"), draft.title());
        fields.put(draft.field("Email"), draft.email());
        fields.put(draft.field("Phone"), draft.phone());
        fields.put(draft.field("Expertise"), Objects.toString(draft.expertise(), ""));
        fields.put(draft.field("Gender"), draft.gender().name());
    }

    /** The same, its writer having seen the request as it is now. */
    RequestForm seeing(Request request) {
        Map<String, String> seen = new HashMap<>(fields);
        seen.put("version", Integer.toString(request.version()));
        return new RequestForm(seen);
    }

    /** The seats of a request in their order. */
    static List<Seat> seats(Request request, List<Nominee> nominees, Instant now) {
        return IntStream.rangeClosed(1, request.seats().max())
                .mapToObj(number -> new Seat(
                        number,
                        locked(request, nominees, number, false, now),
                        locked(request, nominees, number, true, now)))
                .toList();
    }

    private static @Nullable Nominee locked(
            Request request, List<Nominee> nominees, int seat, boolean deputy, Instant now) {
        return nominees.stream()
                .filter(one -> one.state() == NomineeState.CURRENT && one.seat() == seat && one.deputy() == deputy)
                .filter(one -> request.isLocked(one, now))
                .findFirst()
                .orElse(null);
    }

    /** @throws InvalidInput naming the field that is malformed */
    RequestAnswer answer(Request request) {
        List<NomineeDraft> nominees = new ArrayList<>();
        for (int seat = 1; seat <= request.seats().max(); seat++) {
            for (boolean deputy : new boolean[] {false, true}) {
                nominees.add(draft(seat, deputy, false));
                nominees.add(draft(seat, deputy, true));
            }
        }
        return new RequestAnswer(
                nominees,
                new Request.Decision(text("nominatingBody"), date("nominatedOn"), text("nominatingSection")),
                text("loneReason"),
                date("nominationReceivedOn"),
                version(),
                null);
    }

    private NomineeDraft draft(int seat, boolean deputy, boolean second) {
        UnaryOperator<String> field = part -> NomineeDraft.field(seat, deputy, second, part);
        return new NomineeDraft(
                seat,
                deputy,
                second,
                text(field.apply("Name")),
                text(field.apply("Title")),
                text(field.apply("Email")),
                text(field.apply("Phone")),
                choice(field.apply("Expertise"), Expertise.values()),
                Objects.requireNonNullElse(choice(field.apply("Gender"), Gender.values()), Gender.NOT_STATED));
    }

    String text(String field) {
        return fields.getOrDefault(field, "").replace("\r\n", "\n").strip();
    }

    /** @throws InvalidInput when it is no date */
    @Nullable
    LocalDate date(String field) {
        try {
            return text(field).isEmpty() ? null : LocalDate.parse(text(field));
        } catch (DateTimeException malformed) {
            throw new InvalidInput(field, "problem.nominee.date");
        }
    }

    /** @throws InvalidInput when it is missing or no date */
    LocalDate requiredDate(String field) {
        LocalDate given = date(field);
        if (given == null) {
            throw new InvalidInput(field, "problem.nominee.missing");
        }
        return given;
    }

    /** None of ours where it was tampered with. */
    private int version() {
        try {
            return Integer.parseInt(text("version"));
        } catch (NumberFormatException malformed) {
            return -1;
        }
    }

    private <E extends Enum<E>> @Nullable E choice(String field, E[] values) {
        String given = text(field);
        return given.isEmpty()
                ? null
                : Stream.of(values)
                        .filter(value -> value.name().equals(given))
                        .findFirst()
                        .orElseThrow(() -> new InvalidInput(field, "problem.nominee.choice"));
    }
}
