package fi.hytekello.plan;

import fi.hytekello.municipality.DepartmentCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose measures' reports are late.
 *
 * @param owner null where a measure names nobody
 * @param measures how many of the owner's measures in this department lack a report that is due
 * @param daysLate whole days since the first of those reports was due
 * @param neverReported true when nothing was ever reported of any of the owner's measures of the plan
 */
public record LateReporter(
        @Nullable Responsible owner, DepartmentCode department, int measures, int daysLate, boolean neverReported) {

    private record Key(@Nullable Responsible owner, DepartmentCode department) {}

    /** Those who have never reported come first, then the one who is latest. */
    static List<LateReporter> of(List<FollowedMeasure> plan) {
        Map<Key, List<FollowedMeasure>> owned = new LinkedHashMap<>();
        plan.forEach(one -> owned.computeIfAbsent(
                        new Key(one.measure().owner(), one.measure().department()), key -> new ArrayList<>())
                .add(one));
        return owned.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(FollowedMeasure::isLate))
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((LateReporter one) -> !one.neverReported())
                        .thenComparing(LateReporter::daysLate, Comparator.reverseOrder()))
                .toList();
    }

    private static LateReporter of(Key key, List<FollowedMeasure> owned) {
        List<Integer> late = owned.stream()
                .map(FollowedMeasure::daysLate)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return new LateReporter(
                key.owner(),
                key.department(),
                late.size(),
                late.stream().mapToInt(Integer::intValue).max().orElse(0),
                owned.stream().allMatch(one -> one.last() == null));
    }
}
