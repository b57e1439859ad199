package fi.hytekello.indicator;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.Measures;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A department says why its indicators are red or have no value (domain chapter 2.5, row 4). */
@Service
public class IndicatorReviewing {

    private static final int LONGEST = 2000;

    private final JdbcClient jdbc;
    private final Indicators indicators;
    private final Cycles cycles;
    private final Measures measures;
    private final IndicatorRequests requests;
    private final IndicatorDiscussions discussions;
    private final AuditTrail audit;
    private final Clock clock;

    IndicatorReviewing(
            JdbcClient jdbc,
            Indicators indicators,
            Cycles cycles,
            Measures measures,
            IndicatorRequests requests,
            IndicatorDiscussions discussions,
            AuditTrail audit,
            Clock clock) {
        this.requests = requests;
        this.discussions = discussions;
        this.jdbc = jdbc;
        this.indicators = indicators;
        this.cycles = cycles;
        this.measures = measures;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Stores the explanation of one indicator; a blank one removes it.
     *
     * @param correctiveWanted propose a measure; for a red light only
     * @return the indicator as it is now
     * @throws NotFound when the department has no such indicator in this cycle
     * @throws InvalidInput when the text is too long, or a measure is wanted against a light that is not red
     */
    @Transactional
    public SnapshotValue explain(
            CycleId cycle,
            DepartmentCode department,
            int indicator,
            @Nullable String explanation,
            boolean correctiveWanted,
            Username by) {
        SnapshotValue before = find(cycle, department, indicator);
        String text = explanation == null || explanation.isBlank() ? null : explanation.strip();
        if (text != null && text.length() > LONGEST) {
            throw new InvalidInput(explanationField(indicator), "problem.answer.long", LONGEST, text.length());
        }
        if (correctiveWanted && before.light() != Light.RED) {
            throw new InvalidInput("corrective[" + indicator + "]", "problem.indicator.corrective");
        }
        jdbc.sql("""
                        update hyte.snapshot_value set explanation = :text, explained_by = :by, explained_at = :at,
                            first_explained_at = coalesce(first_explained_at, :at),
                            unexplained_at = case when :text::text is null then unexplained_at end,
                            corrective_wanted = :corrective
                        where cycle_id = :cycle and indicator_id = :indicator""")
                .param("text", text)
                .param("by", text == null ? null : by.value())
                .param("at", text == null ? null : OffsetDateTime.now(clock))
                .param("corrective", correctiveWanted)
                .param("cycle", cycle.value())
                .param("indicator", indicator)
                .update();
        audit.record(
                cycles.get(cycle).municipality(),
                cycle.value(),
                "indicator.explained",
                "indicator:" + indicator,
                Map.of("explained", text != null, "correctiveWanted", correctiveWanted));
        return find(cycle, department, indicator);
    }

    /**
     * Ends a department's review: nothing is left to explain, and each measure wanted against a red light is drafted,
     * once however often the review is repeated.
     *
     * @param locale language of an indicator's title in the refusal
     * @param measureTitle names the measure against an indicator
     * @throws InvalidInput naming the first indicator without an explanation
     */
    @Transactional
    public void complete(
            CycleId cycle,
            DepartmentCode department,
            Username by,
            Locale locale,
            Function<Indicator, String> measureTitle) {
        List<SnapshotValue> values = indicators.of(cycle, department);
        values.stream().filter(SnapshotValue::lacksExplanation).findFirst().ifPresent(value -> {
            throw new InvalidInput(
                    explanationField(value.indicator().id()),
                    "problem.indicator.unexplained",
                    value.indicator().title(locale));
        });
        values.stream()
                .filter(value -> value.correctiveWanted() && value.correctiveMeasure() == null)
                .map(SnapshotValue::indicator)
                .forEach(indicator -> draftMeasure(cycle, department, indicator, measureTitle.apply(indicator), by));
        requests.answered(cycle, department);
        discussions.answeredAgain(cycle, department);
    }

    private void draftMeasure(
            CycleId cycle, DepartmentCode department, Indicator indicator, String title, Username by) {
        MeasureId measure = measures.proposeCorrective(cycle, department, indicator.id(), title, by);
        jdbc.sql("""
                        update hyte.snapshot_value set corrective_measure = :measure
                        where cycle_id = :cycle and indicator_id = :indicator""")
                .param("measure", measure.value())
                .param("cycle", cycle.value())
                .param("indicator", indicator.id())
                .update();
    }

    private SnapshotValue find(CycleId cycle, DepartmentCode department, int indicator) {
        return indicators.of(cycle, department).stream()
                .filter(value -> value.indicator().id() == indicator)
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.indicator.unknown"));
    }

    private static String explanationField(int indicator) {
        return "explanation[" + indicator + "]";
    }
}
