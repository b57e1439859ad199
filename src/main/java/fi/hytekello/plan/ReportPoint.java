package fi.hytekello.plan;

import fi.hytekello.cycle.Cycle;
import java.time.LocalDate;

/** The day whose situation departments tell of, seen from the cycle in which they tell (domain 2.5, rows 2 and 21). */
public enum ReportPoint {
    /** The end of the year before the cycle's: material of the welfare report. */
    YEAR_END {
        @Override
        public LocalDate asOf(Cycle cycle) {
            return LocalDate.of(cycle.year() - 1, 12, 31);
        }
    },
    /** 30 June of the year after the cycle's, in which the measures of its plan run: the half-year follow-up. */
    HALF_YEAR {
        @Override
        public LocalDate asOf(Cycle cycle) {
            return LocalDate.of(cycle.year() + 1, 6, 30);
        }
    };

    public abstract LocalDate asOf(Cycle cycle);

    /** The first day of the measures' year. */
    LocalDate from(Cycle cycle) {
        return asOf(cycle).withDayOfYear(1);
    }
}
