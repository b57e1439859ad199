package fi.hytekello.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department's report of how one of its measures stands; a draft may be empty.
 *
 * @param version counts the changes, 0 while nothing is reported
 */
public record MeasureReport(Measure measure, Content content, int version) {

    /**
     * What is reported.
     *
     * @param reason why the measure is late or cancelled
     * @param euroUsed what it cost in the year so far
     * @param newEndsOn when a delayed measure is to be ready; its end moves there
     * @param correction what is done about a delay or a cancellation
     */
    public record Content(
            @Nullable ReportedStatus status,
            @Nullable String reason,
            @Nullable String note,
            @Nullable BigDecimal euroUsed,
            @Nullable LocalDate newEndsOn,
            @Nullable String correction) {

        static final Content EMPTY = new Content(null, null, null, null, null, null);
    }

    /** What is missing before the department can submit its report. */
    public List<Gap> gaps(int row, ReportPoint point) {
        List<Gap> gaps = new ArrayList<>();
        ReportedStatus status = content.status();
        if (status == null) {
            gaps.add(new Gap(row, "status", "problem.measure.missing"));
        } else if (status.needsReason() && content.reason() == null) {
            gaps.add(new Gap(row, "reason", "problem.measure.lateReason"));
        }
        if (point == ReportPoint.HALF_YEAR && status != null && status.needsReason()) {
            corrective(row, status, gaps);
        }
        return gaps;
    }

    /** A measure that is off its way needs a corrective action (domain 2.5, row 21). */
    private void corrective(int row, ReportedStatus status, List<Gap> gaps) {
        if (content.correction() == null) {
            gaps.add(new Gap(row, "correctiveAction", "problem.followUp.correction"));
        }
        if (status == ReportedStatus.DELAYED && content.newEndsOn() == null) {
            gaps.add(new Gap(row, "newEndsOn", "problem.followUp.newEndsOn"));
        }
    }
}
