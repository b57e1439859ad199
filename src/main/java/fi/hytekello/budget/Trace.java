package fi.hytekello.budget;

import fi.hytekello.decision.Decision;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Languages;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.MeasureStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The whole way of one accepted measure: proposal, budget line, §, realisation (R1-03, domain chapter 4.4). What has
 * not happened is null.
 *
 * @param proposedOn day on which it was drafted, Europe/Helsinki
 * @param asked euros that its department asked
 * @param director the newest decision of the department's director on the proposals
 * @param reconciled the wellbeing group's newest decision on the proposals
 */
public record Trace(
        MeasureId measure,
        DepartmentCode department,
        String title,
        @Nullable String goalFi,
        @Nullable String goalSv,
        boolean binding,
        MeasureStatus status,
        @Nullable LocalDate proposedOn,
        BigDecimal asked,
        @Nullable Decision director,
        @Nullable Decision committee,
        @Nullable Decision reconciled,
        @Nullable Link link,
        @Nullable Verdict manager,
        @Nullable Decision board,
        @Nullable Decision council,
        @Nullable Verdict councilChange,
        @Nullable Annex annex,
        @Nullable Realised realised,
        @Nullable BigDecimal euroUsed) {

    /** The link to the budget; the line's label is null for a measure without cost. */
    public record Link(@Nullable String line, BigDecimal amount) {}

    /** What the manager or the council made of it; kind as in {@link ManagerChoice} and {@link CouncilChange}. */
    public record Verdict(
            String kind,
            @Nullable BigDecimal euro,
            @Nullable String reason) {}

    /** The row of the annex; euro is null where the annex lists the measure as left out. */
    public record Annex(@Nullable BigDecimal euro) {}

    /** What the whole line has cost so far, and until when that is counted. */
    public record Realised(BigDecimal euro, LocalDate asOf) {}

    /** The goal in this language, in the other one where there is none in this. */
    public String goal(Locale locale) {
        String first = Languages.isSwedish(locale) ? goalSv : goalFi;
        String second = Languages.isSwedish(locale) ? goalFi : goalSv;
        return first != null ? first : Objects.requireNonNullElse(second, "");
    }

    public boolean isLeftOut() {
        return status == MeasureStatus.LEFT_OUT;
    }
}
