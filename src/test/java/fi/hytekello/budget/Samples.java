package fi.hytekello.budget;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.plan.GoalId;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureContent;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.MeasureStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;

/** Values for the tests of the rules. */
final class Samples {

    static final DepartmentCode EDUCATION = new DepartmentCode("education");
    static final DepartmentCode TECHNICAL = new DepartmentCode("technical");
    static final BudgetLine YOUTH = line(1, EDUCATION, "1000");
    static final BudgetLine LIBRARY = line(2, EDUCATION, "500");
    static final BudgetLine ROUTES = line(3, TECHNICAL, "9000");

    private Samples() {}

    static BudgetLine line(long id, DepartmentCode department, String appropriation) {
        return new BudgetLine(id, department, "4400", "2" + id, "Kohta " + id, euro(appropriation));
    }

    static BudgetLink link(long measure, BudgetLine line, String amount) {
        return new BudgetLink(new MeasureId(measure), line.id(), euro(amount));
    }

    static BudgetLink noCost(long measure) {
        return new BudgetLink(new MeasureId(measure), null, BigDecimal.ZERO);
    }

    static Measure measure(long id, DepartmentCode department, String euro) {
        MeasureContent content = new MeasureContent(
                new GoalId(1),
                "Toimenpide " + id,
                null,
                null,
                euro(euro),
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                null,
                null);
        return new Measure(
                new MeasureId(id),
                new CycleId(1),
                department,
                content,
                null,
                null,
                MeasureStatus.ACCEPTED,
                null,
                null,
                null,
                null,
                0,
                Instant.EPOCH);
    }

    static BigDecimal euro(String amount) {
        return new BigDecimal(amount).setScale(2);
    }
}
