package fi.hytekello.plan;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.decision.SeenVersions;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.NotFound;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What changed between versions of a welfare report. */
@Service
public class ReportComparisons {

    private final WelfareReports reports;
    private final SeenVersions seen;

    ReportComparisons(WelfareReports reports, SeenVersions seen) {
        this.reports = reports;
        this.seen = seen;
    }

    /** @throws NotFound when one of the versions does not exist */
    public ReportComparison between(CycleId cycle, int from, int to) {
        return ReportComparison.of(reports.at(cycle, from), reports.at(cycle, to));
    }

    /**
     * What changed since the version that this person last read or decided on, empty where there is none; from now on
     * the person has read this one too.
     */
    @Transactional
    public Optional<ReportComparison> sinceSeen(WelfareReport report, Username reader) {
        Optional<ReportComparison> changes = seen.newestBefore(
                        reader, report.cycle(), Subject.WELFARE_REPORT, report.number())
                .map(before -> ReportComparison.of(reports.at(report.cycle(), before), report));
        seen.seen(reader, report.cycle(), Subject.WELFARE_REPORT, report.number());
        return changes;
    }
}
