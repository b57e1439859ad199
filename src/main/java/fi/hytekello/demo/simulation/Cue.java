package fi.hytekello.demo.simulation;

import fi.hytekello.worklist.OpenTask;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of the script: whose task it is about, when that is done, and how.
 *
 * @param answers that complete the task, by name; a value {@code @key} stands for the text of that key
 * @param does what else the person does before, in words that the classes {@code Scripted…} know
 */
record Cue(DemoTable.Row row, Timing timing, Map<String, String> answers, Map<String, String> does, String told) {

    static Cue of(DemoTable.Row row) {
        return new Cue(
                row,
                new Timing(Timing.From.valueOf(row.get("from")), Integer.parseInt(row.get("days"))),
                pairs(row.get("answers"), "\\|"),
                pairs(row.get("does"), ","),
                row.get("told"));
    }

    /** True where no column names something else. */
    boolean fits(OpenTask task, Part part) {
        return row.get("task").equals(task.task())
                && fits("subject", task.subject())
                && fits("body", task.body())
                && fits("department", Objects.toString(task.department(), null))
                && fits("who", part.who())
                && fits("play", Integer.toString(part.play()))
                && fits("round", Integer.toString(part.round()));
    }

    /**
     * Who plays it in which play for which time.
     *
     * @param who the post of a named person, or the kind of a party that is asked; null for all other tasks
     * @param play which of the plays in the script the municipality plays, from 1
     * @param round from 1
     */
    record Part(@Nullable String who, int play, int round) {}

    /** The play that this row is for, 1 where it is for all. */
    int play() {
        return row.get("play").isEmpty() ? 1 : Integer.parseInt(row.get("play"));
    }

    private boolean fits(String column, @Nullable String value) {
        return row.get(column).isEmpty() || row.get(column).equals(value);
    }

    private static Map<String, String> pairs(String cell, String separator) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Arrays.stream(cell.split(separator, -1)).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            String[] parts = pair.split("=", 2);
            pairs.put(parts[0], parts[1]);
        });
        return Map.copyOf(pairs);
    }
}
