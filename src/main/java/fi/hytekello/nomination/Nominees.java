package fi.hytekello.nomination;

import fi.hytekello.platform.problem.NotFound;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who has been named. */
@Service
public class Nominees {

    private final NomineeTable table;

    Nominees(NomineeTable table) {
        this.table = table;
    }

    /** Those who have the seats of a round, members before their deputies, by organisation. */
    public List<Nominee> of(RoundId round) {
        return table.of(round).stream()
                .filter(nominee -> nominee.state() == NomineeState.CURRENT)
                .toList();
    }

    /** Those of {@link #of(RoundId)} and the second candidates, seat by seat in the same order. */
    public List<Nominee> candidates(RoundId round) {
        return table.of(round).stream()
                .filter(nominee -> nominee.state().isCandidate())
                .toList();
    }

    /** All of a round, also replaced ones and those who wait or have declined. */
    public List<Nominee> everybody(RoundId round) {
        return table.of(round);
    }

    /** @throws NotFound when the round has none of this id */
    public Nominee get(RoundId round, long id) {
        return table.of(round).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.nominee.unknown"));
    }

    /** All of one request, also replaced ones and those who wait or have declined. */
    public List<Nominee> of(RequestId request) {
        return table.of(request);
    }

    /**
     * Those of a round whom more than one organisation names: by the id of the nominee, the other organisations' names.
     * One person is who has the same name or the same address, whatever the case and the spaces.
     */
    public Map<Long, List<String>> namedTwice(RoundId round, Locale locale) {
        List<Nominee> seated = table.of(round).stream()
                .filter(one -> one.state().isCandidate() || one.state() == NomineeState.REPLACEMENT)
                .toList();
        Map<Long, List<String>> twice = new HashMap<>();
        for (Nominee one : seated) {
            TreeSet<String> others = new TreeSet<>();
            seated.stream()
                    .filter(other -> !other.organisation().equals(one.organisation()) && isSame(one, other))
                    .forEach(other -> others.add(other.organisation(locale)));
            if (!others.isEmpty()) {
                twice.put(one.id(), List.copyOf(others));
            }
        }
        return twice;
    }

    static boolean isSame(Nominee one, Nominee other) {
        return plain(one.name()).equals(plain(other.name()))
                || (one.email() != null && plain(one.email()).equals(plain(other.email())));
    }

    private static String plain(@Nullable String text) {
        return String.join(
                " ",
                Arrays.asList(Objects.requireNonNullElse(text, "")
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .split("\\s+", -1)));
    }
}
