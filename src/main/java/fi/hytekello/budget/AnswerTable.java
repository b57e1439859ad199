package fi.hytekello.budget;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.plan.MeasureId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table of answers, one a measure: what is chosen, with the sum and the reason that the choice asks for.
 *
 * @param name of the table in the schema {@code hyte}
 */
record AnswerTable<K extends Enum<K>, A>(JdbcClient jdbc, String name, Class<K> kinds, Maker<K, A> maker) {

    /** Makes an answer of its row. */
    interface Maker<K, A> {
        A make(MeasureId measure, K kind, @Nullable BigDecimal euro, @Nullable String reason);
    }

    Map<MeasureId, A> of(CycleId cycle) {
        Map<MeasureId, A> answers = new HashMap<>();
        jdbc.sql("select * from hyte." + name + " where cycle_id = :cycle")
                .param("cycle", cycle.value())
                .query(row -> {
                    MeasureId measure = new MeasureId(row.getLong("measure_id"));
                    answers.put(
                            measure,
                            maker.make(
                                    measure,
                                    Enum.valueOf(kinds, row.getString("kind")),
                                    row.getBigDecimal("euro"),
                                    row.getString("reason")));
                });
        return answers;
    }

    /** Instead of what the measure was answered before. */
    void put(CycleId cycle, MeasureId measure, K kind, @Nullable BigDecimal euro, @Nullable String reason) {
        jdbc.sql("insert into hyte." + name + """
                         (measure_id, cycle_id, kind, euro, reason) values (:measure, :cycle, :kind, :euro, :reason)
                        on conflict (measure_id) do update
                            set kind = excluded.kind, euro = excluded.euro, reason = excluded.reason""")
                .param("measure", measure.value())
                .param("cycle", cycle.value())
                .param("kind", kind.name())
                .param("euro", euro)
                .param("reason", reason)
                .update();
    }
}
