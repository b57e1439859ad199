package fi.hytekello.indicator.source;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.NotFound;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the catalogue's titles with the source's: the public lists of indicator ids hold invented ones, so an id whose
 * title is another waits until a person has said that it is meant (domain chapter 3.1). The Finnish title decides.
 */
@Service
public class SourceTitles {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    SourceTitles(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** What becomes of an indicator of the catalogue. */
    public enum State {
        /** Imported. */
        TAKEN,
        /** The source's title is another; not imported until a person has confirmed it. */
        WAITING,
        /** A person has left it out. */
        LEFT_OUT,
        /** The source does not know it. */
        GONE
    }

    /** An indicator whose title in the source is another than in the catalogue. */
    public record Difference(
            int indicator, String titleFi, String titleSv, String sourceFi, String sourceSv, State state) {}

    /** Takes down what the source calls the catalogue's indicators. What a person has left out stays so. */
    @Transactional(propagation = Propagation.MANDATORY)
    void compare(Map<Integer, SourceTitle> titles) {
        List<Map.Entry<Integer, SourceTitle>> given = List.copyOf(titles.entrySet());
        jdbc.sql("""
                        insert into hyte.indicator_source as s (indicator_id, state, title_fi, title_sv, checked_at)
                        select i.id, case when given.fi is null then 'GONE'
                                when regexp_replace(trim(i.title_fi), '\\s+', ' ', 'g') = given.fi then 'TAKEN' else 'WAITING' end,
                            given.fi, given.sv, :now
                        from hyte.indicator i left join unnest(:ids::integer[], :fi::text[], :sv::text[])
                            as given (id, fi, sv) on given.id = i.id
                        where i.municipality_code is null
                        on conflict (indicator_id) do update set
                            state = case when s.state = 'LEFT_OUT' then 'LEFT_OUT' else excluded.state end,
                            title_fi = excluded.title_fi, title_sv = excluded.title_sv, checked_at = excluded.checked_at""")
                .param("ids", given.stream().map(Map.Entry::getKey).toArray(Integer[]::new))
                .param("fi", given.stream().map(one -> one.getValue().fi()).toArray(String[]::new))
                .param("sv", given.stream().map(one -> one.getValue().sv()).toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Those that wait for a person or were left out, by id; also one whose titles are the same but that was left out. */
    public List<Difference> differences() {
        return jdbc.sql("""
                        select i.id, i.title_fi, i.title_sv, coalesce(s.title_fi, '') as source_fi,
                            coalesce(s.title_sv, '') as source_sv, s.state
                        from hyte.indicator_source s join hyte.indicator i on i.id = s.indicator_id
                        where s.state in ('WAITING', 'LEFT_OUT') order by s.state desc, i.id""")
                .query((row, n) -> new Difference(
                        row.getInt("id"),
                        row.getString("title_fi"),
                        row.getString("title_sv"),
                        row.getString("source_fi"),
                        row.getString("source_sv"),
                        State.valueOf(row.getString("state"))))
                .list();
    }

    /** How many wait for a person. */
    public int waiting() {
        return jdbc.sql("select count(*) from hyte.indicator_source where state = 'WAITING'")
                .query(Integer.class)
                .single();
    }

    /**
     * Takes the source's title into the catalogue: the next import brings the values.
     *
     * @param seen the source's Finnish title as the person saw it
     * @param at whose coordinator or administrator decides
     * @throws Conflict when the source has another title by now, or nothing waits
     */
    @Transactional
    public void confirm(int indicator, String seen, MunicipalityCode at, Person by) {
        Difference difference = find(indicator);
        if (!difference.sourceFi().equals(seen) || seen.isEmpty()) {
            throw new Conflict("problem.title.changed");
        }
        jdbc.sql("update hyte.indicator set title_fi = :fi, title_sv = :sv where id = :id")
                .param("fi", difference.sourceFi())
                .param("sv", difference.sourceSv())
                .param("id", indicator)
                .update();
        decide(indicator, State.TAKEN, by);
        audit.record(
                at,
                null,
                "indicator.titleConfirmed",
                "indicator:" + indicator,
                Map.of("title", List.of(difference.titleFi(), difference.sourceFi())));
    }

    /** Its values are imported no more; those that are there stay. */
    @Transactional
    public void leaveOut(int indicator, MunicipalityCode at, Person by) {
        find(indicator);
        decide(indicator, State.LEFT_OUT, by);
        audit.record(at, null, "indicator.leftOut", "indicator:" + indicator, Map.of());
    }

    /** Looks at an indicator again that was left out: it waits, or is imported where its title is the catalogue's. */
    @Transactional
    public void takeBack(int indicator, MunicipalityCode at, Person by) {
        Difference difference = find(indicator);
        decide(
                indicator,
                SourceTitle.clean(difference.titleFi()).equals(difference.sourceFi()) ? State.TAKEN : State.WAITING,
                by);
        audit.record(at, null, "indicator.takenBack", "indicator:" + indicator, Map.of());
    }

    private void decide(int indicator, State state, Person by) {
        jdbc.sql("""
                        update hyte.indicator_source set state = :state, decided_by = :by, decided_at = :now
                        where indicator_id = :indicator""")
                .param("state", state.name())
                .param("by", by.username().value())
                .param("now", OffsetDateTime.now(clock))
                .param("indicator", indicator)
                .update();
    }

    private Difference find(int indicator) {
        return differences().stream()
                .filter(one -> one.indicator() == indicator)
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.title.none"));
    }
}
