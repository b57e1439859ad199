package fi.hytekello.plan.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.indicator.Indicators;
import fi.hytekello.indicator.SnapshotValue;
import fi.hytekello.municipality.Person;
import fi.hytekello.plan.FollowUpSummary;
import fi.hytekello.plan.FollowUps;
import fi.hytekello.plan.Goal;
import fi.hytekello.plan.GoalId;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.ImpactAssessment;
import fi.hytekello.plan.ImpactAssessments;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.Measures;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.Export;
import fi.hytekello.platform.web.Exports;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The plan's other pages as files: goals, proposals, half-year follow-up and impact assessments. */
@Controller
class PlanFiles {

    private final Cycles cycles;
    private final Goals goals;
    private final Indicators indicators;
    private final Measures measures;
    private final ReadableProposals readable;
    private final FollowUps followUps;
    private final ImpactAssessments impacts;
    private final Exports exports;

    PlanFiles(
            Cycles cycles,
            Goals goals,
            Indicators indicators,
            Measures measures,
            ReadableProposals readable,
            FollowUps followUps,
            ImpactAssessments impacts,
            Exports exports) {
        this.cycles = cycles;
        this.goals = goals;
        this.indicators = indicators;
        this.measures = measures;
        this.readable = readable;
        this.followUps = followUps;
        this.impacts = impacts;
        this.exports = exports;
    }

    @GetMapping("/cycles/{id}/goals.{format:xlsx|csv}")
    ResponseEntity<byte[]> goals(@PathVariable long id, @PathVariable String format, Person person, Locale locale) {
        Cycle cycle = visible(id, person);
        Map<Integer, SnapshotValue> known = indicators.of(cycle.id()).stream()
                .collect(Collectors.toMap(value -> value.indicator().id(), Function.identity()));
        Export export = exports.of(cycle.municipality(), cycle.year(), "plan.goals.title", locale);
        return PlanTables.goals(export, goals.list(cycle.id()), known).as(format);
    }

    @GetMapping("/cycles/{id}/measures.{format:xlsx|csv}")
    ResponseEntity<byte[]> proposals(@PathVariable long id, @PathVariable String format, Person person, Locale locale) {
        Cycle cycle = visible(id, person);
        Map<GoalId, Goal> known =
                goals.list(cycle.id()).stream().collect(Collectors.toMap(Goal::id, Function.identity()));
        List<Measure> shown = readable.of(cycle, person).stream()
                .flatMap(department -> department.measures().stream())
                .toList();
        Export export = exports.of(cycle.municipality(), cycle.year(), "plan.measures.title", locale);
        return PlanTables.measures(export, shown, known).as(format);
    }

    @GetMapping("/cycles/{id}/follow-up.{format:xlsx|csv}")
    ResponseEntity<byte[]> followUp(@PathVariable long id, @PathVariable String format, Person person, Locale locale) {
        Cycle cycle = visible(id, person);
        FollowUpSummary summary = followUps.summary(cycle.id());
        Export export = exports.of(cycle.municipality(), cycle.year(), "plan.followUp.link", locale);
        return PlanTables.followUp(export, summary).as(format);
    }

    @GetMapping("/cycles/{id}/impact-assessments.{format:xlsx|csv}")
    ResponseEntity<byte[]> impacts(@PathVariable long id, @PathVariable String format, Person person, Locale locale) {
        Cycle cycle = visible(id, person);
        List<Measure> all = measures.of(cycle.id());
        Map<MeasureId, ImpactAssessment> known = impacts.of(all);
        Export export = exports.of(cycle.municipality(), cycle.year(), "impact.file", locale)
                .text("field.title", 40)
                .text("field.department", 20)
                .text("impact.need", 20)
                .text("impact.state", 14)
                .money("impact.cost")
                .text("field.choiceReason", 40);
        all.forEach(measure -> {
            ImpactAssessment impact = Objects.requireNonNull(known.get(measure.id()));
            boolean open = impact.need() == null;
            export.line(
                    measure.title(),
                    export.department(measure.department()),
                    open ? export.word("impact.unanswered") : export.choice("impactNeed.", impact.need()),
                    open || !impact.isNeeded()
                            ? null
                            : export.word(impact.isComplete() ? "impact.whole" : "impact.unfinished"),
                    impact.cost(),
                    impact.isLoweringJustified() ? impact.screening().choiceReason() : null);
        });
        return export.as(format);
    }

    private Cycle visible(long id, Person person) {
        Cycle cycle = cycles.get(new CycleId(id));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        return cycle;
    }
}
