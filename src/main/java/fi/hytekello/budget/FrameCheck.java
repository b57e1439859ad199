package fi.hytekello.budget;

import fi.hytekello.municipality.DepartmentCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the linked measures against frames and appropriations. A department without a frame is bound by its lines only;
 * a sum that equals its limit fits.
 */
record FrameCheck(List<BudgetLine> lines, Map<DepartmentCode, BigDecimal> frames) {

    /** Frames before lines, in the order of departments and accounts. */
    List<Overrun> overruns(Collection<BudgetLink> links) {
        Map<Long, BigDecimal> byLine = sumByLine(links);
        Map<DepartmentCode, BigDecimal> byDepartment = sumByDepartment(links);
        List<Overrun> overruns = new ArrayList<>();
        frames.forEach((department, frame) -> {
            BigDecimal linked = byDepartment.getOrDefault(department, BigDecimal.ZERO);
            if (linked.compareTo(frame) > 0) {
                overruns.add(new Overrun(department, null, linked, frame));
            }
        });
        overruns.sort(Comparator.comparing(overrun -> overrun.department().value()));
        for (BudgetLine line : lines) {
            BigDecimal linked = byLine.getOrDefault(line.id(), BigDecimal.ZERO);
            if (linked.compareTo(line.appropriation()) > 0) {
                overruns.add(new Overrun(line.department(), line, linked, line.appropriation()));
            }
        }
        return overruns;
    }

    Map<Long, BigDecimal> sumByLine(Collection<BudgetLink> links) {
        Map<Long, BigDecimal> sums = new HashMap<>();
        for (BudgetLink link : links) {
            if (link.line() != null) {
                sums.merge(link.line(), link.amount(), BigDecimal::add);
            }
        }
        return sums;
    }

    Map<DepartmentCode, BigDecimal> sumByDepartment(Collection<BudgetLink> links) {
        Map<Long, BigDecimal> byLine = sumByLine(links);
        Map<DepartmentCode, BigDecimal> sums = new HashMap<>();
        for (BudgetLine line : lines) {
            sums.merge(line.department(), byLine.getOrDefault(line.id(), BigDecimal.ZERO), BigDecimal::add);
        }
        return sums;
    }
}
