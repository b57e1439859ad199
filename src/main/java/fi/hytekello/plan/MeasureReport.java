package fi.hytekello.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department's report of one of last year's measures; a draft may be empty.
 *
 * @param version counts the changes, 0 while nothing is reported
 */
public record MeasureReport(Measure measure, Content content, int version) {

    /**
     * What is reported.
     *
     * @param reason why the measure is late or cancelled
     * @param euroUsed what it cost in the year
     */
    public record Content(
            @Nullable ReportedStatus status,
            @Nullable String reason,
            @Nullable String note,
            @Nullable BigDecimal euroUsed) {

        static final Content EMPTY = new Content(null, null, null, null);
    }

    /** What is missing before the department can submit its report. */
    public List<Gap> gaps(int row) {
        List<Gap> gaps = new ArrayList<>();
        ReportedStatus status = content.status();
        if (status == null) {
            gaps.add(new Gap(row, "status", "problem.measure.missing"));
        } else if (status.needsReason() && content.reason() == null) {
            gaps.add(new Gap(row, "reason", "problem.measure.lateReason"));
        }
        return gaps;
    }
}
