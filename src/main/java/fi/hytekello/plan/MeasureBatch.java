package fi.hytekello.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes many proposals at once, in one statement however many they are. */
@Repository
class MeasureBatch {

    private static final String ROWS = """
            jsonb_to_recordset(:rows::jsonb) as r (n integer, id bigint, version integer, goal bigint, title text,
                owner text, deputy text, euro numeric, euro2 numeric, euro3 numeric, free boolean, years numeric,
                line text, indicator integer, starts date, ends date, people text, scopes text[])
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    MeasureBatch(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The new measures' ids in the order of the contents. */
    List<MeasureId> insert(CycleId cycle, DepartmentCode department, List<MeasureContent> contents, Username by) {
        List<Map<String, Object>> rows = new ArrayList<>();
        contents.forEach(content -> rows.add(row(rows.size(), content)));
        return jdbc
                .sql("""
                        insert into hyte.measure (cycle_id, municipality_code, department_code, goal_id, title,
                            owner_username, deputy_username, euro, euro_year2, euro_year3, no_cost, person_years,
                            suggested_line, indicator_id, starts_on, ends_on, population_group, scopes,
                            changed_by, changed_at)
                        select c.id, c.municipality_code, :department, r.goal, r.title, r.owner, r.deputy, r.euro, r.euro2,
                            r.euro3, r.free, r.years, r.line, r.indicator, r.starts, r.ends, r.people, r.scopes,
                            :by, :now
                        from hyte.cycle c cross join""" + " " + ROWS + """
                        where c.id = :cycle order by r.n returning id""")
                .param("department", department.value())
                .param("by", by.value())
                .param("now", OffsetDateTime.now(clock))
                .param("rows", asJson(rows))
                .param("cycle", cycle.value())
                .query((row, n) -> row.getLong("id"))
                .list()
                .stream()
                .sorted()
                .map(MeasureId::new)
                .toList();
    }

    /** @throws Conflict when somebody has changed one of the measures since they were read */
    void update(List<Measure> changed, Username by) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Measure measure : changed) {
            Map<String, Object> row = row(rows.size(), measure.content());
            row.put("id", measure.id().value());
            row.put("version", measure.version());
            rows.add(row);
        }
        int updated = jdbc.sql("""
                        update hyte.measure m set goal_id = r.goal, title = r.title, owner_username = r.owner,
                            deputy_username = r.deputy, euro = r.euro, euro_year2 = r.euro2, euro_year3 = r.euro3,
                            no_cost = r.free, person_years = r.years, suggested_line = r.line,
                            indicator_id = r.indicator, starts_on = r.starts, ends_on = r.ends,
                            population_group = r.people, scopes = r.scopes, version = m.version + 1,
                            changed_by = :by, changed_at = :now
                        from""" + " " + ROWS + """
                        where m.id = r.id and m.version = r.version and m.status = 'PROPOSED'""")
                .param("by", by.value())
                .param("now", OffsetDateTime.now(clock))
                .param("rows", asJson(rows))
                .update();
        if (updated < changed.size()) {
            throw new Conflict("problem.measure.changed");
        }
    }

    private static Map<String, Object> row(int number, MeasureContent content) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("n", number);
        put(row, "goal", content.goal() == null ? null : content.goal().value());
        put(row, "title", content.title());
        put(row, "owner", Objects.toString(content.owner(), null));
        put(row, "deputy", Objects.toString(content.deputy(), null));
        put(row, "euro", content.euro());
        put(row, "euro2", content.euroYear2());
        put(row, "euro3", content.euroYear3());
        row.put("free", content.noCost());
        put(row, "years", content.personYears());
        put(row, "line", content.suggestedLine());
        put(row, "indicator", content.indicator());
        put(row, "starts", Objects.toString(content.startsOn(), null));
        put(row, "ends", Objects.toString(content.endsOn(), null));
        put(row, "people", Objects.toString(content.populationGroup(), null));
        row.put("scopes", content.scopes().stream().map(Enum::name).toList());
        return row;
    }

    private static void put(Map<String, Object> row, String name, @Nullable Object value) {
        if (value != null) {
            row.put(name, value);
        }
    }

    private String asJson(List<Map<String, Object>> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("Measures that cannot be written as JSON", impossible);
        }
    }
}
