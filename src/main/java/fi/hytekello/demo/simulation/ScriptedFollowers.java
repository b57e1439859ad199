package fi.hytekello.demo.simulation;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Languages;
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

    /** About half of the money is used; where the script says so, the first measure is delayed by three months. */
    void report(Turn turn) {
        boolean late = turn.does("delayed", "first");
        int row = 0;
        for (MeasureReport open : reports.open(turn.cycle(), turn.department(), ReportPoint.HALF_YEAR)) {
            LocalDate end = Objects.requireNonNull(open.measure().content().endsOn(), "end");
            reports.write(
                    turn.cycle(),
                    turn.department(),
                    ReportPoint.HALF_YEAR,
                    open.measure().id(),
                    new MeasureReport.Content(
                            late ? ReportedStatus.DELAYED : ReportedStatus.ACTIVE,
                            late ? turn.text("measure.delayed") : null,
                            late ? null : turn.script().text("measure.active", row),
                            open.measure().budget().multiply(used(row)).setScale(2, RoundingMode.HALF_UP),
                            late ? end.plusMonths(3) : null,
                            late ? turn.text("followUp.correction") : null),
                    open.version(),
                    turn.person().username());
            late = false;
            row++;
        }
    }

    /** Between a third and two thirds. */
    private static BigDecimal used(int row) {
        return BigDecimal.valueOf(35 + row * 7 % 30, 2);
    }

    /** First in three weeks; when that was moved, a week later. */
    void prepareNegotiation(Turn turn) {
        Negotiation before = negotiations.get(turn.cycle());
        Map<Heading, String> topics = new EnumMap<>(Heading.class);
        for (Heading heading : Heading.values()) {
            topics.put(heading, turn.text("negotiation." + heading));
        }
        LocalDate today = LocalDate.now(clock.withZone(Finland.ZONE));
        negotiations.plan(
                turn.cycle(),
                new NegotiationPlan(
                        Convener.MUNICIPALITY,
                        businessDays.plus(today, turn.round() == 1 ? 15 : 5),
                        LocalTime.of(9, 0),
                        LocalTime.of(11, 30),
                        turn.text("negotiation.place"),
                        "https://kokous.example/hyte-" + turn.task().municipality(),
                        topics),
                before.version(),
                turn.person().username());
        if (before.participants().isEmpty()) {
            negotiations.addParticipant(
                    turn.cycle(),
                    "Hyvinvointialue, yhdyspinnat",
                    Party.COUNTY,
                    "hyte@hyvinvointialue.example",
                    Languages.FINNISH);
            negotiations.addParticipant(
                    turn.cycle(),
                    "Folkhälsans lokalförening",
                    Party.NGO,
                    "folkhalsan.%s@forening.example".formatted(turn.task().municipality()),
                    Languages.SWEDISH);
        }
    }

    void recordNegotiation(Turn turn) {
        if (turn.round() == 1) {
            return;
        }
        Negotiation before = negotiations.get(turn.cycle());
        negotiations.record(
                turn.cycle(),
                turn.text("negotiation.memo"),
                before.participants().stream().map(Participant::id).toList(),
                before.version(),
                turn.person().username());
        LocalDate today = LocalDate.now(clock.withZone(Finland.ZONE));
        negotiations.addAction(
                turn.cycle(), turn.text("negotiation.action"), turn.text("negotiation.owner"), today.plusMonths(4));
    }
}
