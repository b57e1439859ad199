package fi.hytekello.document;

import fi.hytekello.document.Block.Table;
import fi.hytekello.document.Block.Table.Column;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureContent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the measures cost in the budget year and the two plan years after it (kuntalaki 410/2015 § 110). */
final class CostSections {

    private CostSections() {}

    /**
     * One section with a table of all measures and its sums.
     *
     * @param year the budget year
     */
    static Section of(int year, List<Measure> planned, Words words) {
        String heading = words.text("document.costs");
        if (planned.isEmpty()) {
            return Section.of(1, heading, new Block.Paragraph(Text.of(words.text("document.costs.none"))));
        }
        Table table = new Table(
                words.text("document.costs.caption"),
                List.of(
                        new Column(words.text("document.measure"), 25, false),
                        new Column(words.text("document.scopes"), 26, false),
                        new Column(euros(year, words), 14, true),
                        new Column(euros(year + 1, words), 14, true),
                        new Column(euros(year + 2, words), 14, true),
                        new Column(words.text("document.personYears"), 7, true)),
                planned.stream().map(measure -> row(measure, words)).toList(),
                List.of(
                        Text.of(words.text("document.total")),
                        Text.of(""),
                        words.euro(sum(planned, Measure::budget)),
                        words.euro(sum(planned, measure -> later(measure, MeasureContent::euroYear2))),
                        words.euro(sum(planned, measure -> later(measure, MeasureContent::euroYear3))),
                        Text.of(words.number(
                                sum(planned, measure -> measure.content().personYears())))));
        return Section.of(1, heading, new Block.Paragraph(Text.of(words.text("document.costs.lead"))), table);
    }

    /** The cost of the budget year: what is granted, before that what is proposed. */
    static Text cost(Measure measure, Words words) {
        BigDecimal granted = measure.grantedEuro();
        boolean free = granted == null ? measure.content().noCost() : granted.signum() == 0;
        return free ? Text.of(words.text("document.noCost")) : words.euro(measure.budget());
    }

    private static List<Text> row(Measure measure, Words words) {
        String scopes = measure.content().scopes().stream()
                .map(scope -> words.text("planScope." + scope))
                .collect(Collectors.joining(", "));
        return List.of(
                words.free(measure.title()),
                scopes.isEmpty() ? words.nothing() : Text.of(scopes),
                cost(measure, words),
                words.euro(later(measure, MeasureContent::euroYear2)),
                words.euro(later(measure, MeasureContent::euroYear3)),
                Text.of(words.number(measure.content().personYears())));
    }

    private static @Nullable BigDecimal later(Measure measure, Function<MeasureContent, @Nullable BigDecimal> year) {
        return measure.content().noCost() ? null : year.apply(measure.content());
    }

    private static BigDecimal sum(List<Measure> measures, Function<Measure, @Nullable BigDecimal> part) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Measure measure : measures) {
            sum = sum.add(Objects.requireNonNullElse(part.apply(measure), BigDecimal.ZERO));
        }
        return sum;
    }

    private static String euros(int year, Words words) {
        return words.text("document.costs.year", Integer.toString(year));
    }
}
