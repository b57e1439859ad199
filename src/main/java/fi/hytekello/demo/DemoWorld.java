package fi.hytekello.demo;

import fi.hytekello.budget.Budgets;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.demo.simulation.ScriptedFinance;
import fi.hytekello.municipality.Counties;
import fi.hytekello.municipality.Enrolment;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.statement.Parties;
import fi.hytekello.worklist.TaskOpened;
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
    private final Municipalities municipalities;
    private final Cycles cycles;
    private final Budgets budgets;
    private final ScriptedFinance finance;
    private final LastYear lastYear;
    private final Counties counties;
    private final Parties parties;

    DemoWorld(
            Enrolment enrolment,
            Municipalities municipalities,
            Cycles cycles,
            Budgets budgets,
            ScriptedFinance finance,
            LastYear lastYear,
            Parties parties,
            Counties counties) {
        this.enrolment = enrolment;
        this.municipalities = municipalities;
        this.cycles = cycles;
        this.budgets = budgets;
        this.finance = finance;
        this.lastYear = lastYear;
        this.parties = parties;
        this.counties = counties;
    }

    /** Gives these municipalities their departments, people, councils and a county to write to; adds only what is missing. */
    void enrol(List<Municipality> places) {
        counties.inventAddresses();
        enrolment.departments(places.stream()
                .flatMap(place -> DemoPeople.departments(place).stream())
                .toList());
        enrolment.people(
                places.stream().flatMap(place -> DemoPeople.of(place).stream()).toList());
        enrolment.people(List.of(DemoPeople.administrator(places)));
        places.stream()
                .filter(place -> parties.of(place.code()).isEmpty())
                .forEach(place -> DemoParties.of(place).forEach(party -> parties.add(place.code(), party)));
    }

    /** Before the goals of last year are taken over, when the calendar of a new cycle opens. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void prepare(TaskOpened opened) {
        if (opened.task().task().equals("Activity_ConfirmCalendar")) {
            Cycle cycle = cycles.get(opened.task().cycle());
            if (cycles.find(cycle.municipality(), cycle.year() - 1).isEmpty()) {
                lastYear.make(municipalities.get(cycle.municipality()), cycle.year() - 1);
            }
            if (budgets.lines(cycle.id()).isEmpty()) {
                finance.bringIn(cycle);
            }
        }
    }
}
