package fi.hytekello.plan;

import fi.hytekello.municipality.DepartmentCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The half-year situation of a municipality's measures.
 *
 * @param asOf the day whose situation it is
 * @param departments those that have measures to follow, by code
 * @param text what the coordinator last wrote to the board, null before
 */
public record FollowUpSummary(
        LocalDate asOf,
        List<Department> departments,
        @Nullable String text) {

    public FollowUpSummary {
        departments = List.copyOf(departments);
    }

    /**
     * One department's measures.
     *
     * @param reported by the order of proposal
     * @param missing measures of which nothing is reported; empty when the department has reported
     * @param note the department's own words
     */
    public record Department(
            DepartmentCode code,
            List<MeasureReport> reported,
            List<Measure> missing,
            @Nullable String note) {

        public Department {
            reported = List.copyOf(reported);
            missing = List.copyOf(missing);
        }
    }

    public List<Department> missing() {
        return departments.stream()
                .filter(department -> !department.missing().isEmpty())
                .toList();
    }

    /** How many measures stand how; every status has its number. */
    public Map<ReportedStatus, Long> counts() {
        Map<ReportedStatus, Long> counts = new EnumMap<>(ReportedStatus.class);
        for (ReportedStatus status : ReportedStatus.values()) {
            counts.put(
                    status,
                    reports().stream()
                            .filter(report -> report.content().status() == status)
                            .count());
        }
        return counts;
    }

    public List<MeasureReport> reports() {
        return departments.stream()
                .flatMap(department -> department.reported().stream())
                .toList();
    }

    public int unreported() {
        return departments.stream()
                .mapToInt(department -> department.missing().size())
                .sum();
    }

    /** What the budget gives to all these measures, also to the unreported. */
    public BigDecimal plannedEuro() {
        return departments.stream()
                .flatMap(department -> Stream.concat(
                        department.reported().stream().map(MeasureReport::measure), department.missing().stream()))
                .map(Measure::budget)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal usedEuro() {
        return reports().stream()
                .map(report -> Objects.requireNonNullElse(report.content().euroUsed(), BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
