package fi.hytekello.plan;

import fi.hytekello.municipality.DepartmentCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one department reports of last year.
 *
 * @param note the department's own words on its year
 */
public record DepartmentReport(
        DepartmentCode department,
        List<MeasureReport> measures,
        @Nullable String note) {

    public DepartmentReport {
        measures = List.copyOf(measures);
    }
}
