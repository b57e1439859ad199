package fi.hytekello.demo;

import fi.hytekello.budget.Budgets;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.demo.simulation.DemoTable;
import fi.hytekello.municipality.Counties;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Enrolment;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.worklist.TaskOpened;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a year finds when it begins: departments and people, last year's goals and measures, budget lines and frames. */
@Component
@Conditional(DemoWorldOn.class)
class DemoWorld {

    private final Enrolment enrolment;
    private final Cycles cycles;
    private final Budgets budgets;
    private final LastYear lastYear;
    private final Counties counties;

    DemoWorld(Enrolment enrolment, Cycles cycles, Budgets budgets, LastYear lastYear, Counties counties) {
        this.enrolment = enrolment;
        this.cycles = cycles;
        this.budgets = budgets;
        this.lastYear = lastYear;
        this.counties = counties;
    }

    /** Gives these municipalities their departments, people and a county to write to; adds only what is missing. */
    void enrol(List<Municipality> places) {
        counties.inventAddresses();
        enrolment.departments(places.stream()
                .flatMap(place -> DemoPeople.departments(place).stream())
                .toList());
        enrolment.people(
                places.stream().flatMap(place -> DemoPeople.of(place).stream()).toList());
        enrolment.people(DemoPeople.common(places));
    }

    /** Before the goals of last year are taken over, when the calendar of a new cycle opens. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void prepare(TaskOpened opened) {
        if (opened.task().task().equals("Activity_ConfirmCalendar")) {
            Cycle cycle = cycles.get(opened.task().cycle());
            if (cycles.find(cycle.municipality(), cycle.year() - 1).isEmpty()) {
                lastYear.make(cycle.municipality(), cycle.year() - 1);
            }
            if (budgets.lines(cycle.id()).isEmpty()) {
                makeBudget(cycle.id());
            }
        }
    }

    private void makeBudget(CycleId cycle) {
        for (DemoTable.Row row : DemoTable.read("budget-lines.csv")) {
            DepartmentCode department = new DepartmentCode(row.get("department"));
            budgets.addLine(
                    cycle,
                    department,
                    row.get("account"),
                    row.get("costCentre"),
                    row.get("name"),
                    new BigDecimal(row.get("appropriation")));
            budgets.setFrame(cycle, department, new BigDecimal(row.get("frame")));
        }
    }
}
