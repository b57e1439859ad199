package fi.hytekello.plan;

import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the rows that {@link ImpactTable} reads; each write refuses when somebody was first. */
@Repository
class ImpactRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    ImpactRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void write(MeasureId measure, ImpactScreening screening, @Nullable ImpactNeed loweredFrom, Username by) {
        only(write(by, """
                        insert into hyte.impact_screening as s (measure_id, criteria, no_criterion, children, exclusion,
                            chosen_need, choice_reason, lowered_from, version, changed_by, changed_at)
                        values (:measure, :criteria, :none, :children, :exclusion, :chosen, :reason, :lowered, 1, :by, :now)
                        on conflict (measure_id) do update set criteria = excluded.criteria,
                            no_criterion = excluded.no_criterion, children = excluded.children,
                            exclusion = excluded.exclusion, chosen_need = excluded.chosen_need,
                            choice_reason = excluded.choice_reason, lowered_from = excluded.lowered_from,
                            version = s.version + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        where s.version = :version""")
                .param("measure", measure.value())
                .param("criteria", screening.criteria().stream().map(Enum::name).toArray(String[]::new))
                .param("none", screening.noCriterion())
                .param("children", screening.children())
                .param("exclusion", name(screening.exclusion()))
                .param("chosen", name(screening.chosen()))
                .param("reason", screening.choiceReason())
                .param("lowered", name(loweredFrom))
                .param("version", screening.version())
                .update());
    }

    /**
     * Says of each that it affects nothing that a criterion names, but where somebody has answered meanwhile.
     *
     * @return those of whom it is said now
     */
    List<MeasureId> affectNothing(Collection<MeasureId> measures, Username by) {
        return write(by, """
                        insert into hyte.impact_screening as s (measure_id, criteria, no_criterion, children, version,
                            changed_by, changed_at)
                        select id, '{}', true, false, 1, :by, :now from unnest(:measures::bigint[]) id
                        on conflict (measure_id) do update set no_criterion = true, version = s.version + 1,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        where s.criteria = '{}' and not s.no_criterion and s.exclusion is null
                        returning measure_id""")
                .param("measures", measures.stream().map(MeasureId::value).toArray(Long[]::new))
                .query((row, n) -> new MeasureId(row.getLong("measure_id")))
                .list();
    }

    void write(MeasureId measure, ImpactSummary summary, Username by) {
        only(write(by, """
                        insert into hyte.impact_summary as u (measure_id, conclusion, group_effects, equality, hearing,
                            prepared_by, version, changed_by, changed_at)
                        values (:measure, :conclusion, :groups, :equality, :hearing, :prepared, 1, :by, :now)
                        on conflict (measure_id) do update set conclusion = excluded.conclusion,
                            group_effects = excluded.group_effects, equality = excluded.equality,
                            hearing = excluded.hearing, prepared_by = excluded.prepared_by,
                            version = u.version + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        where u.version = :version""")
                .param("measure", measure.value())
                .param("conclusion", summary.conclusion())
                .param("groups", summary.groupEffects())
                .param("equality", summary.equality())
                .param("hearing", summary.hearing())
                .param("prepared", summary.preparedBy())
                .param("version", summary.version())
                .update());
    }

    /** The alternative must be there: {@link #begin}. */
    void write(MeasureId measure, int alternative, ImpactViewpoint viewpoint, ImpactEffect effect, Username by) {
        only(write(by, """
                        insert into hyte.impact_effect as e (measure_id, alternative, viewpoint, direction, short_term,
                            long_term, version, changed_by, changed_at)
                        values (:measure, :alternative, :viewpoint, :direction, :short, :long, 1, :by, :now)
                        on conflict (measure_id, alternative, viewpoint) do update set direction = excluded.direction,
                            short_term = excluded.short_term, long_term = excluded.long_term,
                            version = e.version + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        where e.version = :version""")
                .param("measure", measure.value())
                .param("alternative", alternative)
                .param("viewpoint", viewpoint.name())
                .param("direction", name(effect.direction()))
                .param("short", effect.shortTerm())
                .param("long", effect.longTerm())
                .param("version", effect.version())
                .update());
    }

    /** Puts the two alternatives that every assessment has in their places; safe to repeat. */
    void begin(MeasureId measure) {
        jdbc.sql("""
                        insert into hyte.impact_alternative (measure_id, number, version)
                        values (:measure, :proposal, 1), (:measure, :zero, 1) on conflict do nothing""")
                .param("measure", measure.value())
                .param("proposal", ImpactAlternative.PROPOSAL)
                .param("zero", ImpactAlternative.ZERO)
                .update();
    }

    /** The new alternative's number. */
    int add(MeasureId measure, String name) {
        return jdbc.sql("""
                        insert into hyte.impact_alternative (measure_id, number, name, version)
                        select :measure, max(number) + 1, :name, 1 from hyte.impact_alternative
                        where measure_id = :measure returning number""")
                .param("measure", measure.value())
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    void rename(MeasureId measure, int number, String name, int version) {
        only(jdbc.sql("""
                        update hyte.impact_alternative set name = :name, version = version + 1
                        where measure_id = :measure and number = :number and version = :version""")
                .param("name", name)
                .param("measure", measure.value())
                .param("number", number)
                .param("version", version)
                .update());
    }

    void remove(MeasureId measure, int number, int version) {
        only(jdbc.sql("""
                        delete from hyte.impact_alternative
                        where measure_id = :measure and number = :number and version = :version""")
                .param("measure", measure.value())
                .param("number", number)
                .param("version", version)
                .update());
    }

    private JdbcClient.StatementSpec write(Username by, String sql) {
        return jdbc.sql(sql).param("by", by.value()).param("now", OffsetDateTime.now(clock));
    }

    private static void only(int written) {
        if (written == 0) {
            throw new Conflict("problem.impact.changed");
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
