package fi.hytekello.plan.web;

import fi.hytekello.indicator.SnapshotValue;
import fi.hytekello.plan.FollowedMeasure;
import fi.hytekello.plan.Goal;
import fi.hytekello.plan.LateReporter;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureContent;
import fi.hytekello.plan.Responsible;
import fi.hytekello.platform.sheet.Table;
import fi.hytekello.platform.web.Export;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The plan's follow-up as tables: each line says all that the page does. */
final class PlanExports {

    private PlanExports() {}

    static Export plan(Export export, PlanView view) {
        export.text("field.goal", 30)
                .text("plan.goals.indicator", 26)
                .text("indicator.light", 14)
                .number("field.target")
                .whole("field.targetYear")
                .text("field.title", 34)
                .text("field.department", 18)
                .text("field.owner", 22)
                .text("field.deputy", 22)
                .text("field.status", 20)
                .date("field.startsOn")
                .date("field.endsOn")
                .text("plan.follow.endPassed", 14)
                .money("plan.follow.planned")
                .money("plan.follow.used")
                .whole("plan.follow.percent")
                .date("plan.follow.asOf")
                .date("plan.follow.sentOn")
                .whole("plan.follow.daysLate")
                .text("field.populationGroup", 16)
                .text("field.scopes", 30);
        view.groups().forEach(group -> {
            if (group.measures().isEmpty()) {
                export.line(goal(export, group));
            }
            group.measures().forEach(one -> export.line(cells(export, group, one)));
        });
        if (view.size() > 0) {
            sums(export, view);
        }
        return export;
    }

    private static @Nullable Object[] goal(Export export, PlanView.Group group) {
        Goal goal = group.goal();
        SnapshotValue indicator = group.indicator();
        return new @Nullable Object[] {
            goal.title(export.locale()),
            indicator == null ? null : indicator.indicator().title(export.locale()),
            indicator == null ? null : export.choice("light.", indicator.light()),
            goal.content().target(),
            goal.content().targetYear()
        };
    }

    private static @Nullable Object[] cells(Export export, PlanView.Group group, FollowedMeasure one) {
        Measure measure = one.measure();
        MeasureContent content = measure.content();
        FollowedMeasure.LastReport last = one.last();
        @Nullable
        Object[] own = {
            measure.title(),
            export.department(measure.department()),
            title(measure.owner(), export),
            title(measure.deputy(), export),
            export.choice("measureLight.", one.light()),
            content.startsOn(),
            content.endsOn(),
            one.endPassed() ? export.word("plan.yes") : null,
            measure.budget(),
            one.usedEuro(),
            one.usedPercent(),
            last == null ? null : last.asOf(),
            last == null ? null : last.sentOn(),
            one.daysLate(),
            export.choice("populationGroup.", content.populationGroup()),
            content.scopes().stream()
                    .map(scope -> Objects.requireNonNull(export.choice("planScope.", scope)))
                    .collect(Collectors.joining(", "))
        };
        return both(goal(export, group), own);
    }

    private static void sums(Export export, PlanView view) {
        java.util.List<Integer> lines =
                IntStream.range(0, export.size()).boxed().toList();
        @Nullable Object[] cells = new @Nullable Object[16];
        cells[0] = export.word("plan.follow.total");
        cells[13] = new Table.Sum(view.plannedEuro(), lines);
        cells[14] = new Table.Sum(view.usedEuro(), lines);
        cells[15] = view.usedPercent();
        export.sums(cells);
    }

    static Export late(Export export, java.util.List<LateReporter> late) {
        export.text("field.owner", 30)
                .text("field.department", 20)
                .whole("plan.late.measures")
                .whole("plan.follow.daysLate")
                .text("plan.late.state", 34);
        late.forEach(one -> export.line(
                title(one.owner(), export),
                export.department(one.department()),
                one.measures(),
                one.daysLate(),
                export.word(one.neverReported() ? "plan.late.never" : "plan.late.update")));
        return export;
    }

    static Export own(Export export, java.util.List<OwnMeasure> rows) {
        export.text("field.title", 34)
                .text("plan.own.year", 18)
                .text("plan.own.part", 18)
                .text("field.status", 20)
                .date("field.startsOn")
                .date("field.endsOn")
                .money("plan.follow.planned")
                .money("plan.follow.used")
                .date("plan.follow.sentOn")
                .text("plan.own.next", 40)
                .date("plan.own.dueOn")
                .whole("plan.follow.daysLate");
        rows.forEach(row -> export.line(ownCells(export, row)));
        return export;
    }

    private static @Nullable Object[] ownCells(Export export, OwnMeasure row) {
        FollowedMeasure one = row.followed();
        FollowedMeasure.LastReport last = one.last();
        BigDecimal used = one.usedEuro();
        return new @Nullable Object[] {
            one.measure().title(),
            row.year(),
            export.word(row.asDeputy() ? "field.deputy" : "field.owner"),
            export.choice("measureLight.", one.light()),
            one.measure().content().startsOn(),
            one.measure().content().endsOn(),
            one.measure().budget(),
            used,
            last == null ? null : last.sentOn(),
            row.next(),
            row.dueOn(),
            one.daysLate()
        };
    }

    static @Nullable String title(@Nullable Responsible post, Export export) {
        return post == null ? null : post.title(export.locale());
    }

    private static @Nullable Object[] both(@Nullable Object[] first, @Nullable Object[] second) {
        @Nullable Object[] all = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
