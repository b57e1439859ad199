package fi.hytekello.demo.simulation;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.negotiation.Convener;
import fi.hytekello.negotiation.Heading;
import fi.hytekello.negotiation.Negotiation;
import fi.hytekello.negotiation.NegotiationPlan;
import fi.hytekello.negotiation.Negotiations;
import fi.hytekello.negotiation.Participant;
import fi.hytekello.negotiation.Party;
import fi.hytekello.plan.MeasureReport;
import fi.hytekello.plan.MeasureReports;
import fi.hytekello.plan.ReportPoint;
import fi.hytekello.plan.ReportedStatus;
import fi.hytekello.worklist.OpenTask;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What is filled in for the half-year follow-up and the negotiation with the county. */
@Component
class ScriptedFollowers {

    private final MeasureReports reports;
    private final Negotiations negotiations;
    private final BusinessDays businessDays;
    private final Clock clock;

    ScriptedFollowers(MeasureReports reports, Negotiations negotiations, BusinessDays businessDays, Clock clock) {
        this.reports = reports;
        this.negotiations = negotiations;
        this.businessDays = businessDays;
        this.clock = clock;
    }

    /** Half of the money is used; the technical department's first measure is delayed by three months. */
    void report(OpenTask task, Person person, Script script) {
        boolean late = task.requiredDepartment().value().equals("technical");
        for (MeasureReport open : reports.open(task.cycle(), task.requiredDepartment(), ReportPoint.HALF_YEAR)) {
            LocalDate end = Objects.requireNonNull(open.measure().content().endsOn(), "end");
            reports.write(
                    task.cycle(),
                    task.requiredDepartment(),
                    ReportPoint.HALF_YEAR,
                    open.measure().id(),
                    new MeasureReport.Content(
                            late ? ReportedStatus.DELAYED : ReportedStatus.ACTIVE,
                            late ? script.text("measure.delayed") : null,
                            late ? null : script.text("measure.active"),
                            open.measure().budget().divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_UP),
                            late ? end.plusMonths(3) : null,
                            late ? script.text("followUp.correction") : null),
                    open.version(),
                    person.username());
            late = false;
        }
    }

    /** First in three weeks; when that was moved, a week later. */
    void prepareNegotiation(OpenTask task, Person person, int round, Script script) {
        Negotiation before = negotiations.get(task.cycle());
        Map<Heading, String> topics = new EnumMap<>(Heading.class);
        for (Heading heading : Heading.values()) {
            topics.put(heading, script.text("negotiation." + heading));
        }
        LocalDate today = LocalDate.now(clock.withZone(Finland.ZONE));
        negotiations.plan(
                task.cycle(),
                new NegotiationPlan(
                        Convener.MUNICIPALITY,
                        businessDays.plus(today, round == 0 ? 15 : 5),
                        LocalTime.of(9, 0),
                        LocalTime.of(11, 30),
                        script.text("negotiation.place"),
                        "https://kokous.example/hyte-" + task.municipality(),
                        topics),
                before.version(),
                person.username());
        if (before.participants().isEmpty()) {
            negotiations.addParticipant(
                    task.cycle(),
                    "Hyvinvointialue, yhdyspinnat",
                    Party.COUNTY,
                    "hyte@hyvinvointialue.example",
                    Languages.FINNISH);
            negotiations.addParticipant(
                    task.cycle(),
                    "Folkhälsans lokalförening",
                    Party.NGO,
                    "folkhalsan.%s@forening.example".formatted(task.municipality()),
                    Languages.SWEDISH);
        }
    }

    void recordNegotiation(OpenTask task, Person person, int round, Script script) {
        if (round == 0) {
            return;
        }
        Negotiation before = negotiations.get(task.cycle());
        negotiations.record(
                task.cycle(),
                script.text("negotiation.memo"),
                before.participants().stream().map(Participant::id).toList(),
                before.version(),
                person.username());
        LocalDate today = LocalDate.now(clock.withZone(Finland.ZONE));
        negotiations.addAction(
                task.cycle(), script.text("negotiation.action"), script.text("negotiation.owner"), today.plusMonths(4));
    }
}
