package fi.hytekello.plan;

import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.MunicipalityCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A measure of the plan with how it stands at one moment.
 *
 * @param last its newest report that the department has sent, null before the first
 * @param endPassed its last day has passed without its end being reported
 * @param next the first report that is still to be given; null where none is known or its end is reported
 * @param daysLate whole days since {@code next} was due, Europe/Helsinki, 0 on the day itself; null while it is not late
 */
public record FollowedMeasure(
        MunicipalityCode municipality,
        Measure measure,
        @Nullable LastReport last,
        MeasureLight light,
        boolean endPassed,
        @Nullable ReportRound next,
        @Nullable Integer daysLate) {

    /**
     * A report that has been sent.
     *
     * @param asOf the day whose situation it tells
     * @param sentOn Europe/Helsinki
     * @param euroUsed in the year so far, null where it was not told
     */
    public record LastReport(
            LocalDate asOf, LocalDate sentOn, @Nullable BigDecimal euroUsed) {}

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<MeasureStatus> IN_USE = Set.of(MeasureStatus.ACTIVE, MeasureStatus.DELAYED);

    /**
     * How a measure stands now. A report is due for each round from the measure's first day on; a later report makes up
     * for an earlier one that was never given. An ended measure owes none.
     *
     * @param rounds of the measure's department, in any order
     */
    static FollowedMeasure at(
            Instant now,
            MunicipalityCode municipality,
            Measure measure,
            @Nullable LastReport last,
            List<ReportRound> rounds) {
        LocalDate today = now.atZone(Finland.ZONE).toLocalDate();
        boolean inUse = IN_USE.contains(measure.status());
        ReportRound next = inUse ? next(measure, last, rounds) : null;
        return new FollowedMeasure(
                municipality,
                measure,
                last,
                MeasureLight.of(measure, today),
                inUse && MeasureLight.isPast(measure.content(), today),
                next,
                next == null || !next.asked() || !now.isAfter(next.dueAt())
                        ? null
                        : (int) ChronoUnit.DAYS.between(
                                next.dueAt().atZone(Finland.ZONE).toLocalDate(), today));
    }

    private static @Nullable ReportRound next(Measure measure, @Nullable LastReport last, List<ReportRound> rounds) {
        LocalDate starts = measure.content().startsOn();
        return rounds.stream()
                .filter(round -> starts != null && !round.asOf().isBefore(starts))
                .filter(round -> last == null || round.asOf().isAfter(last.asOf()))
                .min(Comparator.comparing(ReportRound::asOf))
                .orElse(null);
    }

    public boolean isLate() {
        return daysLate != null;
    }

    public @Nullable BigDecimal usedEuro() {
        return last == null ? null : last.euroUsed();
    }

    /** How much of the planned sum is used, in whole per cent; null where either is not known or nothing is planned. */
    public @Nullable Integer usedPercent() {
        return percent(usedEuro(), measure.budget());
    }

    /** {@code part} in whole per cent of {@code whole}, rounded half up; null where there is nothing to divide. */
    public static @Nullable Integer percent(@Nullable BigDecimal part, BigDecimal whole) {
        return part == null || whole.signum() == 0
                ? null
                : part.multiply(HUNDRED).divide(whole, 0, RoundingMode.HALF_UP).intValue();
    }
}
