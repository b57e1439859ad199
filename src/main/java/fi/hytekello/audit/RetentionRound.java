package fi.hytekello.audit;

import fi.hytekello.calendar.Finland;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes by the features' rules each night and records how much, never what it was. Any number of nodes may do it at
 * once: what one has deleted, the others do not find.
 */
@Component
public class RetentionRound {

    private final JdbcClient jdbc;
    private final List<RetentionRule> rules;
    private final Clock clock;

    RetentionRound(JdbcClient jdbc, List<RetentionRule> rules, Clock clock) {
        this.jdbc = jdbc;
        this.rules = List.copyOf(rules);
        this.clock = clock;
    }

    /** Each rule is one statement, so that a deletion and its record stand or fall together. */
    @Scheduled(cron = "0 20 3 * * *", zone = "Europe/Helsinki")
    public void run() {
        rules.forEach(this::enforce);
    }

    private void enforce(RetentionRule rule) {
        jdbc.sql("with gone as (" + rule.deletion() + ") " + """
                        insert into hyte.audit_event (at, municipality_code, cycle_id, action, subject, details)
                        select :now, t.tenant, c.id, :action,
                            coalesce('cycle:' || t.tenant || '/' || c.year, 'municipality:' || t.tenant),
                            jsonb_build_object('deleted', count(*))
                        from gone left join hyte.cycle c on c.id = gone.cycle_id
                            cross join lateral (select coalesce(c.municipality_code,
                                to_jsonb(gone) ->> 'municipality_code') as tenant) t
                        where t.tenant is not null group by t.tenant, c.id""")
                .param(
                        "until",
                        ZonedDateTime.now(clock.withZone(Finland.ZONE))
                                .minus(rule.kept())
                                .toOffsetDateTime())
                .param("now", OffsetDateTime.now(clock))
                .param("action", "retention." + rule.what())
                .update();
    }
}
