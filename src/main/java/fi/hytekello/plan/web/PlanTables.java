package fi.hytekello.plan.web;

import fi.hytekello.indicator.SnapshotValue;
import fi.hytekello.plan.FollowUpSummary;
import fi.hytekello.plan.Goal;
import fi.hytekello.plan.GoalContent;
import fi.hytekello.plan.GoalId;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureContent;
import fi.hytekello.plan.MeasureReport;
import fi.hytekello.platform.web.Export;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Goals, proposals and the half-year follow-up as tables. */
final class PlanTables {

    private PlanTables() {}

    static Export goals(Export export, List<Goal> goals, Map<Integer, SnapshotValue> indicators) {
        export.whole("plan.goals.priority")
                .text("field.titleFi", 40)
                .text("field.titleSv", 40)
                .text("field.lifeCycle", 18)
                .text("field.category", 18)
                .text("field.rootCause", 40)
                .text("plan.goals.indicator", 34)
                .number("field.target")
                .whole("field.targetYear");
        goals.forEach(goal -> {
            GoalContent content = goal.content();
            export.line(
                    goal.priority(),
                    content.titleFi(),
                    content.titleSv(),
                    export.choice("lifeCycle.", content.lifeCycle()),
                    export.choice("goalCategory.", content.category()),
                    content.rootCause(),
                    indicator(content.indicator(), indicators, export),
                    content.target(),
                    content.targetYear());
        });
        return export;
    }

    private static @Nullable String indicator(
            @Nullable Integer number, Map<Integer, SnapshotValue> indicators, Export export) {
        if (number == null) {
            return null;
        }
        SnapshotValue known = indicators.get(number);
        return known == null
                ? export.word("plan.indicatorNumber", Integer.toString(number))
                : known.indicator().title(export.locale());
    }

    static Export measures(Export export, List<Measure> measures, Map<GoalId, Goal> goals) {
        export.text("field.department", 18)
                .text("field.title", 36)
                .text("field.goal", 34)
                .text("field.status", 18)
                .text("field.owner", 22)
                .text("field.deputy", 22)
                .money("field.euro")
                .money("field.euroYear2")
                .money("field.euroYear3")
                .number("field.personYears")
                .date("field.startsOn")
                .date("field.endsOn")
                .text("field.populationGroup", 16)
                .text("field.scopes", 30);
        measures.forEach(measure -> export.line(cells(measure, goals, export)));
        return export;
    }

    private static @Nullable Object[] cells(Measure measure, Map<GoalId, Goal> goals, Export export) {
        MeasureContent content = measure.content();
        GoalId goal = content.goal();
        return new @Nullable Object[] {
            export.department(measure.department()),
            measure.title(),
            goal == null ? null : Objects.requireNonNull(goals.get(goal)).title(export.locale()),
            export.choice("measureStatus.", measure.status()),
            PlanExports.title(measure.owner(), export),
            PlanExports.title(measure.deputy(), export),
            content.noCost() ? measure.cost() : content.euro(),
            content.euroYear2(),
            content.euroYear3(),
            content.personYears(),
            content.startsOn(),
            content.endsOn(),
            export.choice("populationGroup.", content.populationGroup()),
            content.scopes().stream()
                    .map(scope -> Objects.requireNonNull(export.choice("planScope.", scope)))
                    .collect(Collectors.joining(", "))
        };
    }

    static Export followUp(Export export, FollowUpSummary summary) {
        export.text("field.department", 18)
                .text("field.title", 36)
                .text("field.owner", 22)
                .text("field.status", 20)
                .money("plan.follow.planned")
                .money("plan.follow.used")
                .text("field.reason", 30)
                .text("field.correctiveAction", 30)
                .date("field.newEndsOn")
                .text("field.note", 30);
        summary.departments().forEach(department -> {
            department.reported().forEach(report -> export.line(cells(report, export)));
            department.missing().forEach(measure -> export.line(missing(measure, export)));
        });
        return export;
    }

    private static @Nullable Object[] cells(MeasureReport report, Export export) {
        Measure measure = report.measure();
        MeasureReport.Content content = report.content();
        return new @Nullable Object[] {
            export.department(measure.department()),
            measure.title(),
            PlanExports.title(measure.owner(), export),
            export.choice("reportedStatus.", content.status()),
            measure.budget(),
            content.euroUsed(),
            content.reason(),
            content.correction(),
            content.newEndsOn(),
            content.note()
        };
    }

    private static @Nullable Object[] missing(Measure measure, Export export) {
        return new @Nullable Object[] {
            export.department(measure.department()),
            measure.title(),
            PlanExports.title(measure.owner(), export),
            export.word("plan.followUp.notReported"),
            measure.budget()
        };
    }
}
