package fi.hytekello.indicator;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The municipality's own set, which needs no reasons. Where another year follows its newest version, a change makes the
 * next version, so that a running or past year stays as it was chosen.
 */
@Service
public class OwnSets {

    private final JdbcClient jdbc;
    private final SetChoices choices;

    OwnSets(JdbcClient jdbc, SetChoices choices) {
        this.jdbc = jdbc;
        this.choices = choices;
    }

    /** An indicator that can be added. */
    public record Choice(int id, String titleFi, String titleSv) {

        /** Title with the id, by which it is found again. */
        public String label(Locale locale) {
            return (Languages.isSwedish(locale) ? titleSv : titleFi) + " (" + id + ")";
        }
    }

    /** The catalogue with the municipality's own indicators, by title. */
    public List<Choice> choices(MunicipalityCode municipality) {
        return jdbc.sql("""
                        select id, title_fi, title_sv from hyte.indicator
                        where municipality_code is null or municipality_code = :municipality order by title_fi, id""")
                .param("municipality", municipality.value())
                .query((row, n) -> new Choice(row.getInt("id"), row.getString("title_fi"), row.getString("title_sv")))
                .list();
    }

    /**
     * Adds an indicator to the own set, which this year then follows too.
     *
     * @param wanted a label of {@link #choices(MunicipalityCode)} in either language, or an id
     * @throws NotFound when the year is another municipality's
     * @throws Refused when the person is neither coordinator nor administrator
     * @throws Conflict when the year's values are frozen
     * @throws InvalidInput when there is no such indicator
     */
    @Transactional
    public void add(CycleId id, String wanted, Person by) {
        Cycle cycle = choices.open(id, by);
        String text = wanted.strip();
        Choice found = choices(cycle.municipality()).stream()
                .filter(one -> text.equals(Integer.toString(one.id()))
                        || text.equalsIgnoreCase(one.label(Languages.FINNISH))
                        || text.equalsIgnoreCase(one.label(Languages.SWEDISH)))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("addedIndicator", "problem.indicatorSet.unknown"));
        long set = editable(cycle);
        jdbc.sql("""
                        insert into hyte.indicator_set_member (set_id, indicator_id) values (:set, :indicator)
                        on conflict do nothing""").param("set", set).param("indicator", found.id()).update();
        choices.follow(id, set, by);
        choices.record(cycle, "indicators.ownAdded", Map.of("indicator", found.id()));
    }

    /**
     * Removes one from the own set; refused like {@link #add}.
     */
    @Transactional
    public void remove(CycleId id, int indicator, Person by) {
        Cycle cycle = choices.open(id, by);
        int removed = jdbc.sql(
                        "delete from hyte.indicator_set_member where set_id = :set and indicator_id = :indicator")
                .param("set", editable(cycle))
                .param("indicator", indicator)
                .update();
        if (removed > 0) {
            choices.record(cycle, "indicators.ownRemoved", Map.of("indicator", indicator));
        }
    }

    /** The newest version, or the next one where another year or frozen values hold on to that. */
    private long editable(Cycle cycle) {
        String municipality = cycle.municipality().value();
        Long newest = jdbc.sql("""
                        select id from hyte.indicator_set where code = 'OWN' and municipality_code = :municipality
                        order by version::integer desc limit 1""")
                .param("municipality", municipality)
                .query(Long.class)
                .optional()
                .orElse(null);
        if (newest != null && !isHeld(newest, cycle)) {
            return newest;
        }
        long next = jdbc.sql("""
                        insert into hyte.indicator_set (code, version, municipality_code)
                        select 'OWN', 1 + coalesce(max(version::integer), 0), :municipality from hyte.indicator_set
                        where code = 'OWN' and municipality_code = :municipality returning id""")
                .param("municipality", municipality)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into hyte.indicator_set_member (set_id, indicator_id, certain)
                        select :next, indicator_id, certain from hyte.indicator_set_member where set_id = :newest""").param("next", next).param("newest", newest).update();
        jdbc.sql("update hyte.cycle_indicator_set set set_id = :next where cycle_id = :cycle and set_id = :newest")
                .param("next", next)
                .param("newest", newest)
                .param("cycle", cycle.id().value())
                .update();
        return next;
    }

    private boolean isHeld(long set, Cycle cycle) {
        return jdbc.sql(
                        "select exists (select from hyte.cycle_indicator_set where set_id = :set and cycle_id <> :cycle)")
                .param("set", set)
                .param("cycle", cycle.id().value())
                .query(Boolean.class)
                .single();
    }
}
