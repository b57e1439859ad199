package fi.hytekello.nomination;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an answer changes of the seats (R3-04): an empty one is filled; the same sender corrects its own before the
 * deadline; all else is a replacement, and the first stays until it is confirmed. Of a composed body no seat is filled
 * without the coordinator. A second candidate has no seat: another one comes in its place at once, and the one before is
 * kept as replaced.
 *
 * @param outdone second candidates in whose place another comes
 */
record NomineeChanges(
        List<NomineeDraft> filled,
        List<Change> corrected,
        List<Nominee> removed,
        List<Nominee> outdone,
        List<NomineeDraft> replacing,
        List<Change> replacingAnew) {

    /** A row and what is to stand in it. */
    record Change(Nominee row, NomineeDraft draft) {}

    /** @param rows who is current, who is beside them and who is to replace them */
    static NomineeChanges of(Request request, List<Nominee> rows, RequestAnswer answer, RequestVia via, Instant now) {
        NomineeChanges changes = new NomineeChanges(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        answer.nominees()
                .forEach(draft -> changes.place(
                        rows,
                        draft,
                        request.round().composed(),
                        current -> answer.mayCorrect(request, current, via, now)));
        rows.stream()
                .filter(row -> row.state().isCandidate() && answer.mayCorrect(request, row, via, now))
                .filter(row ->
                        answer.nominees().stream().noneMatch(draft -> draft.state() == row.state() && draft.isFor(row)))
                .forEach(changes.removed::add);
        return changes;
    }

    private void place(List<Nominee> rows, NomineeDraft draft, boolean composed, Predicate<Nominee> mayCorrect) {
        if (draft.second()) {
            placeSecond(rows, draft, mayCorrect);
            return;
        }
        Nominee current = in(rows, draft, NomineeState.CURRENT);
        Optional<Nominee> pending = Optional.ofNullable(in(rows, draft, NomineeState.REPLACEMENT));
        if (current == null && !composed) {
            filled.add(draft);
        } else if (current != null && current.draft().equals(draft)) {
            return;
        } else if (current != null && mayCorrect.test(current)) {
            corrected.add(new Change(current, draft));
        } else if (pending.isEmpty()) {
            replacing.add(draft);
        } else if (!pending.get().draft().equals(draft)) {
            replacingAnew.add(new Change(pending.get(), draft));
        }
    }

    private void placeSecond(List<Nominee> rows, NomineeDraft draft, Predicate<Nominee> mayCorrect) {
        Nominee second = in(rows, draft, NomineeState.ALTERNATIVE);
        if (second == null) {
            filled.add(draft);
        } else if (second.draft().equals(draft)) {
            return;
        } else if (mayCorrect.test(second)) {
            corrected.add(new Change(second, draft));
        } else {
            outdone.add(second);
            filled.add(draft);
        }
    }

    boolean touchSeats() {
        return !filled.isEmpty() || !corrected.isEmpty() || !removed.isEmpty();
    }

    boolean propose() {
        return !replacing.isEmpty() || !replacingAnew.isEmpty();
    }

    private static @Nullable Nominee in(List<Nominee> rows, NomineeDraft draft, NomineeState state) {
        return rows.stream()
                .filter(row -> row.state() == state && draft.isFor(row))
                .findFirst()
                .orElse(null);
    }
}
