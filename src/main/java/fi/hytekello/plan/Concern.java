package fi.hytekello.plan;

import fi.hytekello.municipality.DepartmentCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A joy or a concern of a broad year's list (ilon- ja huolenaiheet, domain chapter 2.2).
 *
 * @param department who entered it, null for the wellbeing group
 * @param goal the goal that its development target became, null while there is none
 * @param version counts the changes
 */
public record Concern(
        long id,
        @Nullable DepartmentCode department,
        Content content,
        Test test,
        @Nullable GoalId goal,
        int version) {

    /** What it is about; {@code JOY} is not tested. */
    public enum Kind {
        JOY,
        CONCERN
    }

    /** Is the concern justified? */
    public enum Verdict {
        JUSTIFIED,
        NOT_JUSTIFIED,
        NO_DATA
    }

    /** What was entered; anything may be missing while it is a draft. */
    public record Content(
            @Nullable Kind kind,
            @Nullable LifeCycleGroup stage,
            @Nullable String theme,
            @Nullable String text) {

        public List<Gap> gaps(int row) {
            List<Gap> gaps = new ArrayList<>();
            missing(gaps, row, "concernKind", kind);
            missing(gaps, row, "lifeCycle", stage);
            missing(gaps, row, "theme", theme);
            missing(gaps, row, "concernText", text);
            return List.copyOf(gaps);
        }
    }

    /**
     * What the wellbeing group found.
     *
     * @param indicator id of the indicator that was looked at
     * @param target the development target, worded as a goal; null where the concern is no target
     */
    public record Test(
            @Nullable Verdict verdict,
            @Nullable Integer indicator,
            @Nullable String note,
            @Nullable String target) {

        /** A verdict leans on an indicator; where there is none, a note tells what should be known. */
        public List<Gap> gaps(int row) {
            List<Gap> gaps = new ArrayList<>();
            missing(gaps, row, "verdict", verdict);
            if (verdict == Verdict.NO_DATA) {
                missing(gaps, row, "testNote", note);
            } else if (verdict != null) {
                missing(gaps, row, "testIndicator", indicator);
            }
            return List.copyOf(gaps);
        }
    }

    public boolean isConcern() {
        return content.kind() == Kind.CONCERN;
    }

    /** Name of its row in the form. */
    public String row() {
        return "concern-" + String.format(Locale.ROOT, "%d", id);
    }

    private static void missing(List<Gap> gaps, int row, String field, @Nullable Object value) {
        if (value == null) {
            gaps.add(new Gap(row, field, "problem.measure.missing"));
        }
    }
}
