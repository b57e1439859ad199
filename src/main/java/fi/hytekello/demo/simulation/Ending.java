package fi.hytekello.demo.simulation;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.platform.Timers;
import fi.hytekello.worklist.Worklist;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How played years came out. */
@Component
public class Ending {

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final Worklist worklist;
    private final Timers timers;
    private final Chains chains;

    Ending(JdbcClient jdbc, Cycles cycles, Worklist worklist, Timers timers, Chains chains) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.worklist = worklist;
        this.timers = timers;
        this.chains = chains;
    }

    /**
     * Numbers over all cycles played.
     *
     * @param measures that were accepted
     * @param mails sent, by kind; {@code DIGEST} those that told several things
     * @param escalations tasks of which the next level was told
     */
    public record Numbers(int measures, int decisions, Map<String, Integer> mails, int escalations) {}

    /** What keeps the cycles from having ended properly; empty when all have. */
    public List<String> missing(List<CycleId> ids) {
        List<String> missing = new ArrayList<>();
        for (CycleId id : ids) {
            Cycle cycle = cycles.get(id);
            String key = cycle.businessKey();
            if (cycle.state() != Cycle.State.ENDED) {
                missing.add("cycle " + key + " is " + cycle.state());
            }
            worklist.ofCycle(id)
                    .forEach(task -> missing.add("cycle " + key + " waits for " + task.process() + " " + task.task()
                            + " of " + String.join(", ", task.groups())));
            timers.incidents(key).forEach(incident -> missing.add("cycle " + key + " has an incident: " + incident));
            if (timers.isRunning(key)) {
                missing.add("cycle " + key + " still runs in the engine");
            }
            missing.addAll(chains.missing(cycle));
        }
        missing.addAll(
                jdbc.sql("""
                        select c.municipality_code || '/' || c.year || ' has not published its ' || k.kind
                        from hyte.cycle c cross join unnest(array['WELFARE_REPORT', 'WELFARE_PLAN', 'BUDGET_ANNEX']) as k (kind)
                        where c.id in (:cycles) and not exists (
                            select from hyte.published_document d where d.cycle_id = c.id and d.kind = k.kind)""").param("cycles", values(ids)).query(String.class).list());
        int unsent =
                jdbc.sql("""
                        select count(*) from hyte.notification
                        where cycle_id in (:cycles) and sent_at is null and dropped_at is null""").param("cycles", values(ids)).query(Integer.class).single();
        if (unsent > 0) {
            missing.add(unsent + " mails are not sent");
        }
        return missing;
    }

    public Numbers numbers(List<CycleId> ids) {
        int decisions = jdbc.sql("select count(*) from hyte.decision where cycle_id in (:cycles)")
                .param("cycles", values(ids))
                .query(Integer.class)
                .single();
        Map<String, Integer> mails = jdbc
                .sql("""
                        select kind, count(*) as sent from (
                            select mail_id, case when count(*) = 1 then min(kind) else 'DIGEST' end as kind
                            from hyte.notification where sent_at is not null
                            group by mail_id having bool_or(cycle_id in (:cycles))) mails
                        group by kind""")
                .param("cycles", values(ids))
                .query((row, n) -> Map.entry(row.getString("kind"), row.getInt("sent")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, TreeMap::new));
        int escalations =
                jdbc.sql("""
                        select count(distinct subject_key) from hyte.notification
                        where cycle_id in (:cycles) and kind = 'ESCALATION'""").param("cycles", values(ids)).query(Integer.class).single();
        int measures = chains.count(ids.stream().map(cycles::get).toList());
        return new Numbers(measures, decisions, mails, escalations);
    }

    private static List<Long> values(List<CycleId> ids) {
        return ids.stream().map(CycleId::value).toList();
    }
}
