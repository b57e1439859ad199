package fi.hytekello.cycle.web;

import fi.hytekello.calendar.RollPolicy;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.NewDates;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * The fields of a calendar: a step's kind names its last day, {@code opens.} and its kind its first one, {@code roll.}
 * and its kind where the last day moves from a day off.
 */
final class DateFields {

    private static final String OPENS = "opens.";
    private static final String ROLL = "roll.";

    private DateFields() {}

    /** @throws InvalidInput naming the field that holds no date */
    static NewDates read(Map<String, String> form) {
        return new NewDates(dates(form, ""), dates(form, OPENS), rolls(form));
    }

    static String due(MilestoneKind kind) {
        return kind.name();
    }

    static String opens(MilestoneKind kind) {
        return OPENS + kind;
    }

    private static Map<MilestoneKind, RollPolicy> rolls(Map<String, String> form) {
        Map<MilestoneKind, RollPolicy> rolls = new EnumMap<>(MilestoneKind.class);
        for (MilestoneKind kind : MilestoneKind.values()) {
            String given = form.get(ROLL + kind);
            if (given != null) {
                rolls.put(
                        kind,
                        Arrays.stream(RollPolicy.values())
                                .filter(policy -> policy.name().equals(given))
                                .findFirst()
                                .orElseThrow(() -> new InvalidInput(ROLL + kind, "problem.answer.choice")));
            }
        }
        return rolls;
    }

    private static Map<MilestoneKind, LocalDate> dates(Map<String, String> form, String prefix) {
        Map<MilestoneKind, LocalDate> dates = new EnumMap<>(MilestoneKind.class);
        for (MilestoneKind kind : MilestoneKind.values()) {
            String given = form.get(prefix + kind);
            if (given != null) {
                try {
                    dates.put(kind, LocalDate.parse(given));
                } catch (DateTimeException malformed) {
                    throw new InvalidInput(prefix + kind, "problem.answer.date");
                }
            }
        }
        return dates;
    }
}
