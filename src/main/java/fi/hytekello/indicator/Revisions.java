package fi.hytekello.indicator;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.platform.Dates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which frozen values their source has corrected since: they are told beside the frozen ones, never put in their place. */
@Component
public class Revisions {

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Dates dates;

    Revisions(JdbcClient jdbc, MessageSource messages, Dates dates) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.dates = dates;
    }

    /** By indicator id; an indicator whose value stands in the source as it was frozen is missing. */
    public Map<Integer, Revision> of(CycleId cycle) {
        Map<Integer, Revision> revisions = new TreeMap<>();
        jdbc.sql("""
                        select v.indicator_id, v.status as frozen_status, v.value as frozen,
                            coalesce(o.status, 'MISSING') as status, o.value, o.fetched_on
                        from hyte.snapshot_value v
                        join hyte.cycle c on c.id = v.cycle_id
                        join hyte.region r on r.category = 'KUNTA' and r.code = c.municipality_code
                        left join hyte.observation o on o.indicator_id = v.indicator_id and o.region_id = r.id
                            and o.year = v.year and o.gender = 'total'
                        where v.cycle_id = :cycle and v.year is not null
                            and (v.status, v.value) is distinct from (coalesce(o.status, 'MISSING'), o.value)""").param("cycle", cycle.value()).query(row -> {
            revisions.put(
                    row.getInt("indicator_id"),
                    new Revision(
                            row.getInt("indicator_id"),
                            ValueStatus.valueOf(row.getString("frozen_status")),
                            row.getBigDecimal("frozen"),
                            ValueStatus.valueOf(row.getString("status")),
                            row.getBigDecimal("value"),
                            row.getObject("fetched_on", LocalDate.class)));
        });
        return revisions;
    }

    /** Such as {@code Lähde on korjannut arvon 7,6 → 7,4, haettu 3.5.2027.} */
    public String words(Revision revision, Locale locale) {
        String before = said(revision.frozenStatus(), revision.frozen(), locale);
        String now = said(revision.presentStatus(), revision.present(), locale);
        LocalDate day = revision.fetchedOn();
        return day == null
                ? messages.getMessage("indicator.revision.undated", new Object[] {before, now}, locale)
                : messages.getMessage("indicator.revision", new Object[] {before, now, dates.date(day)}, locale);
    }

    private String said(ValueStatus status, @Nullable BigDecimal value, Locale locale) {
        return value != null
                ? LightWords.number(value, locale)
                : messages.getMessage("indicator.valueStatus." + status, null, locale);
    }
}
