package fi.hytekello.indicator;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A year's choice of indicators, open until its values are frozen. Every change is refused with {@link NotFound} to
 * people of other municipalities, with {@link Refused} to those who are neither coordinator nor administrator, and with
 * {@link Conflict} once the values are frozen: then it is a matter of the next year.
 */
@Service
public class SetChoices {

    private static final int LONGEST_REASON = 1000;

    private final JdbcClient jdbc;
    private final IndicatorSets sets;
    private final Snapshots snapshots;
    private final Cycles cycles;
    private final AuditTrail audit;
    private final Clock clock;

    SetChoices(JdbcClient jdbc, IndicatorSets sets, Snapshots snapshots, Cycles cycles, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.snapshots = snapshots;
        this.cycles = cycles;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The sets that the year follows from now on, all of them together.
     *
     * @throws InvalidInput when none is chosen, or one that this year cannot follow
     */
    @Transactional
    public void choose(CycleId id, Collection<Long> chosen, Person by) {
        Cycle cycle = open(id, by);
        List<IndicatorSet> wanted = sets.choices(id).stream()
                .filter(set -> chosen.contains(set.id()))
                .toList();
        if (wanted.isEmpty() || wanted.size() < new TreeSet<>(chosen).size()) {
            throw new InvalidInput("sets", "problem.indicatorSet.none");
        }
        replace(id, wanted.stream().map(IndicatorSet::id).toList(), by);
        record(
                cycle,
                "indicators.setsChosen",
                Map.of(
                        "sets",
                        wanted.stream()
                                .map(set -> set.code() + " " + set.version())
                                .toList()));
    }

    /** Makes the choice explicit where the starter set has only been assumed, and adds this set. */
    void follow(CycleId id, long set, Person by) {
        TreeSet<Long> all = new TreeSet<>(List.of(set));
        sets.chosen(id).forEach(one -> all.add(one.id()));
        replace(id, all, by);
    }

    private void replace(CycleId id, Collection<Long> chosen, Person by) {
        jdbc.sql("delete from hyte.cycle_indicator_set where cycle_id = :cycle and set_id <> all (:sets)")
                .param("cycle", id.value())
                .param("sets", chosen.toArray(Long[]::new))
                .update();
        jdbc.sql("""
                        insert into hyte.cycle_indicator_set (cycle_id, set_id, chosen_by, chosen_at)
                        select :cycle, s, :by, :at from unnest(:sets::bigint[]) s on conflict do nothing""")
                .param("cycle", id.value())
                .param("sets", chosen.toArray(Long[]::new))
                .param("by", by.username().value())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    /**
     * Does without one indicator this year.
     *
     * @throws InvalidInput when the reason is missing or too long
     */
    @Transactional
    public void leaveOut(CycleId id, int indicator, @Nullable String reason, Person by) {
        Cycle cycle = open(id, by);
        requireMember(id, indicator);
        String field = "reason[" + indicator + "]";
        if (reason == null || reason.isBlank()) {
            throw new InvalidInput(field, "problem.indicatorSet.reason");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw new InvalidInput(
                    field, "problem.answer.long", LONGEST_REASON, reason.strip().length());
        }
        jdbc.sql("""
                        insert into hyte.cycle_indicator_left_out (cycle_id, indicator_id, reason, left_out_by, left_out_at)
                        values (:cycle, :indicator, :reason, :by, :at)
                        on conflict (cycle_id, indicator_id) do update set reason = excluded.reason,
                            left_out_by = excluded.left_out_by, left_out_at = excluded.left_out_at""")
                .param("cycle", id.value())
                .param("indicator", indicator)
                .param("reason", reason.strip())
                .param("by", by.username().value())
                .param("at", OffsetDateTime.now(clock))
                .update();
        record(cycle, "indicators.leftOut", Map.of("indicator", indicator));
    }

    /** Follows an indicator again that was left out; one that was not stays as it is. */
    @Transactional
    public void takeBack(CycleId id, int indicator, Person by) {
        Cycle cycle = open(id, by);
        int removed = jdbc.sql("""
                        delete from hyte.cycle_indicator_left_out where cycle_id = :cycle and indicator_id = :indicator""")
                .param("cycle", id.value())
                .param("indicator", indicator)
                .update();
        if (removed > 0) {
            record(cycle, "indicators.takenBack", Map.of("indicator", indicator));
        }
    }

    private void requireMember(CycleId id, int indicator) {
        if (sets.members(id).stream().noneMatch(member -> member.indicator().id() == indicator)) {
            throw new NotFound("problem.indicator.none");
        }
    }

    /** The year, held until the end of the transaction, when this person may change its indicators. */
    Cycle open(CycleId id, Person by) {
        Cycle cycle = cycles.get(id);
        if (!by.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        LightRules.requireEditor(cycle.municipality(), by);
        jdbc.sql("select id from hyte.cycle where id = :cycle for update")
                .param("cycle", id.value())
                .query(Long.class)
                .single();
        if (snapshots.frozenAt(id).isPresent()) {
            throw new Conflict("problem.indicatorSet.frozen");
        }
        return cycle;
    }

    void record(Cycle cycle, String action, Map<String, ?> details) {
        audit.record(cycle.municipality(), cycle.id().value(), action, "cycle:" + cycle.businessKey(), details);
    }
}
