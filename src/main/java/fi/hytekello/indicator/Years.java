package fi.hytekello.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Years in words. */
final class Years {

    private Years() {}

    /** Those between the first and the last that are not there, such as {@code 1997–1999, 2003}; empty where none lacks. */
    static String missing(Set<Integer> known) {
        TreeSet<Integer> years = new TreeSet<>(known);
        List<String> gaps = new ArrayList<>();
        Integer before = null;
        for (int year : years) {
            if (before != null && year > before + 1) {
                int from = before + 1;
                gaps.add(from == year - 1 ? Integer.toString(from) : from + "–" + (year - 1));
            }
            before = year;
        }
        return String.join(", ", gaps);
    }
}
