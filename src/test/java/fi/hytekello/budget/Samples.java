package fi.hytekello.budget;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.plan.GoalId;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureContent;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.MeasureStatus;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values for the tests of the rules. */
final class Samples {

    static final DepartmentCode EDUCATION = new DepartmentCode("education");
    static final DepartmentCode TECHNICAL = new DepartmentCode("technical");
    static final BudgetLine YOUTH = line(1, EDUCATION, "1000");
    static final BudgetLine LIBRARY = line(2, EDUCATION, "500");
    static final BudgetLine ROUTES = line(3, TECHNICAL, "9000");

    private Samples() {}

    static BudgetLine line(long id, DepartmentCode department, String appropriation) {
        return new BudgetLine(
                id, department, "4400", "2" + id, "Kohta " + id, euro(appropriation), euro("0"), euro("0"));
    }

    /** A file of lines, each {@code account;cost centre;name;department;appropriation}, the same sum for three years. */
    static byte[] file(Cycle cycle, String... lines) {
        int year = cycle.year() + 1;
        return ("Tili;Kustannuspaikka;Nimi;Toimiala;Määräraha %d;Määräraha %d;Määräraha %d\n"
                                .formatted(year, year + 1, year + 2)
                        + Stream.of(lines)
                                .map(line -> line + ";" + line.substring(line.lastIndexOf(';') + 1) + ";0\n")
                                .collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The lines as finance brings them in. */
    static List<BudgetLine> bringIn(
            BudgetImports imports, Budgets budgets, Cycle cycle, Person finance, String... lines) {
        ImportPreview preview = imports.upload(cycle.id(), ImportKind.LINES, file(cycle, lines), finance);
        imports.confirm(cycle.id(), ImportKind.LINES, preview.fingerprint(), finance);
        return budgets.lines(cycle.id());
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
                Set.of());
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
