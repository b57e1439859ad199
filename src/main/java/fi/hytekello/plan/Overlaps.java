package fi.hytekello.plan;

import fi.hytekello.municipality.DepartmentCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Points out measures of different departments that may be the same work twice, for the group that reconciles them
 * (R1-02). Compared are the stems of the titles' words, and whether goal and population group are the same.
 */
public final class Overlaps {

    /** Titles that share this much are alike by themselves. */
    private static final double ALIKE = 0.6;

    /** Titles that share this much are alike where goal and population group are the same too. */
    private static final double ALIKE_IN_CONTEXT = 0.3;

    private static final int STEM = 6;
    private static final int SHORTEST = 3;

    private Overlaps() {}

    /** Two measures of different departments, the first of the department that comes first. */
    public record Pair(Measure one, Measure other, double likeness) {

        public boolean isSameGoal() {
            GoalId goal = one.content().goal();
            return goal != null && goal.equals(other.content().goal());
        }

        public boolean isSameGroup() {
            PopulationGroup group = one.content().populationGroup();
            return group != null && group == other.content().populationGroup();
        }
    }

    /** The most alike first. */
    public static List<Pair> of(List<Measure> measures) {
        List<Set<String>> stems =
                measures.stream().map(measure -> stems(measure.title())).toList();
        List<Pair> found = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            for (int j = i + 1; j < measures.size(); j++) {
                if (!measures.get(i).department().equals(measures.get(j).department())) {
                    Pair pair = new Pair(measures.get(i), measures.get(j), likeness(stems.get(i), stems.get(j)));
                    double least = pair.isSameGoal() && pair.isSameGroup() ? ALIKE_IN_CONTEXT : ALIKE;
                    if (pair.likeness() >= least) {
                        found.add(pair);
                    }
                }
            }
        }
        found.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        return List.copyOf(found);
    }

    /** The departments that act on each goal, by code; goals without a measure are not there. */
    public static Map<GoalId, Set<DepartmentCode>> departments(List<Measure> measures) {
        Map<GoalId, Set<DepartmentCode>> acting = new LinkedHashMap<>();
        for (Measure measure : measures) {
            GoalId goal = measure.content().goal();
            if (goal != null) {
                acting.computeIfAbsent(goal, g -> new TreeSet<>(Comparator.comparing(DepartmentCode::value)))
                        .add(measure.department());
            }
        }
        return acting;
    }

    /** Dice's coefficient: 0 for nothing in common, 1 for the same words. */
    private static double likeness(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        return 2.0 * common.size() / (one.size() + other.size());
    }

    /** Finnish and Swedish bend the ends of words: their beginnings tell whether they are the same. */
    private static Set<String> stems(String title) {
        return Arrays.stream(title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> word.length() >= SHORTEST)
                .map(word -> word.substring(0, Math.min(STEM, word.length())))
                .collect(Collectors.toSet());
    }
}
