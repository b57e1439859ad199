package fi.hytekello.plan;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code hyte.measure}. */
@Repository
class MeasureTable {

    /** A measure with the titles of its two people. */
    static final String COLUMNS = """
            m.*, o.title_fi as owner_fi, o.title_sv as owner_sv, d.title_fi as deputy_fi, d.title_sv as deputy_sv
            """;

    static final String FROM = """
            from hyte.measure m left join hyte.person o on o.username = m.owner_username
                left join hyte.person d on d.username = m.deputy_username
            """;

    private static final String SELECT = "select " + COLUMNS + FROM;

    private final JdbcClient jdbc;
    private final Clock clock;

    MeasureTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Measure> find(MeasureId id) {
        return jdbc.sql(SELECT + "where m.id = :id")
                .param("id", id.value())
                .query(MeasureTable::measure)
                .optional();
    }

    List<Measure> of(CycleId cycle) {
        return jdbc.sql(SELECT + "where m.cycle_id = :cycle order by m.department_code, m.id")
                .param("cycle", cycle.value())
                .query(MeasureTable::measure)
                .list();
    }

    List<Measure> of(CycleId cycle, DepartmentCode department) {
        return jdbc.sql(SELECT + "where m.cycle_id = :cycle and m.department_code = :department order by m.id")
                .param("cycle", cycle.value())
                .param("department", department.value())
                .query(MeasureTable::measure)
                .list();
    }

    MeasureId insertDraft(
            CycleId cycle,
            DepartmentCode department,
            @Nullable String title,
            @Nullable Integer correctiveOf,
            Username by) {
        return new MeasureId(jdbc.sql("""
                        insert into hyte.measure (cycle_id, municipality_code, department_code, title, indicator_id,
                            corrective_of_indicator, changed_by, changed_at)
                        select c.id, c.municipality_code, :department, :title, :indicator, :indicator, :by, :now
                        from hyte.cycle c where c.id = :cycle returning id""")
                .param("department", department.value())
                .param("title", title)
                .param("indicator", correctiveOf)
                .param("by", by.value())
                .param("now", OffsetDateTime.now(clock))
                .param("cycle", cycle.value())
                .query(Long.class)
                .single());
    }

    /** @throws Conflict when somebody has changed the measure since this one was read */
    void update(Measure measure, Username by) {
        MeasureContent content = measure.content();
        int updated = jdbc.sql("""
                        update hyte.measure set goal_id = :goal, title = :title, owner_username = :owner,
                            deputy_username = :deputy, euro = :euro, euro_year2 = :euroYear2, euro_year3 = :euroYear3,
                            no_cost = :noCost, person_years = :personYears, suggested_line = :line,
                            indicator_id = :indicator, starts_on = :starts, ends_on = :ends, population_group = :people,
                            scopes = :scopes, status = :status, granted_euro = :granted,
                            left_out_reason = :reason, version = version + 1, changed_by = :by, changed_at = :now
                        where id = :id and version = :version""")
                .param("goal", content.goal() == null ? null : content.goal().value())
                .param("title", content.title())
                .param("owner", name(content.owner()))
                .param("deputy", name(content.deputy()))
                .param("euro", content.euro())
                .param("euroYear2", content.euroYear2())
                .param("euroYear3", content.euroYear3())
                .param("noCost", content.noCost())
                .param("personYears", content.personYears())
                .param("line", content.suggestedLine())
                .param("indicator", content.indicator())
                .param("starts", content.startsOn())
                .param("ends", content.endsOn())
                .param(
                        "people",
                        content.populationGroup() == null
                                ? null
                                : content.populationGroup().name())
                .param("scopes", content.scopes().stream().map(Enum::name).toArray(String[]::new))
                .param("status", measure.status().name())
                .param("granted", measure.grantedEuro())
                .param("reason", measure.leftOutReason())
                .param("by", by.value())
                .param("now", OffsetDateTime.now(clock))
                .param("id", measure.id().value())
                .param("version", measure.version())
                .update();
        if (updated == 0) {
            throw new Conflict("problem.measure.changed");
        }
    }

    /**
     * Stores what the budget decided, all in one.
     *
     * @throws Conflict when somebody has changed one of the measures since they were read
     */
    void decide(List<Measure> decided, Username by) {
        int updated = jdbc.sql("""
                        update hyte.measure m set status = d.status, granted_euro = d.granted, left_out_reason = d.reason,
                            version = m.version + 1, changed_by = :by, changed_at = :now
                        from unnest(:ids::bigint[], :versions::integer[], :statuses::text[], :granted::numeric[],
                            :reasons::text[]) as d (id, version, status, granted, reason)
                        where m.id = d.id and m.version = d.version""")
                .param("by", by.value())
                .param("now", OffsetDateTime.now(clock))
                .param("ids", decided.stream().map(one -> one.id().value()).toArray(Long[]::new))
                .param("versions", decided.stream().map(Measure::version).toArray(Integer[]::new))
                .param(
                        "statuses",
                        decided.stream().map(one -> one.status().name()).toArray(String[]::new))
                .param("granted", decided.stream().map(Measure::grantedEuro).toArray(BigDecimal[]::new))
                .param("reasons", decided.stream().map(Measure::leftOutReason).toArray(String[]::new))
                .update();
        if (updated < decided.size()) {
            throw new Conflict("problem.measure.changed");
        }
    }

    /** @throws Conflict when somebody has changed the measure since it was read */
    void delete(MeasureId id, int version) {
        int deleted = jdbc.sql("delete from hyte.measure where id = :id and version = :version")
                .param("id", id.value())
                .param("version", version)
                .update();
        if (deleted == 0) {
            throw new Conflict("problem.measure.changed");
        }
    }

    /** Moves all measures of the cycle that are in one status to the next; what moved. */
    List<MeasureMove> moveAll(CycleId cycle, MeasureStatus from, MeasureStatus to) {
        return jdbc.sql("""
                        update hyte.measure set status = :to, version = version + 1, changed_at = :now
                        where cycle_id = :cycle and status = :from
                        returning id, :from as earlier, status as now""")
                .param("to", to.name())
                .param("from", from.name())
                .param("now", OffsetDateTime.now(clock))
                .param("cycle", cycle.value())
                .query(MeasureMove::of)
                .list();
    }

    static Measure measure(ResultSet row, int number) throws SQLException {
        Long goal = row.getObject("goal_id", Long.class);
        String people = row.getString("population_group");
        Long copied = row.getObject("copied_from", Long.class);
        return new Measure(
                new MeasureId(row.getLong("id")),
                new CycleId(row.getLong("cycle_id")),
                new DepartmentCode(row.getString("department_code")),
                new MeasureContent(
                        goal == null ? null : new GoalId(goal),
                        row.getString("title"),
                        username(row, "owner_username"),
                        username(row, "deputy_username"),
                        row.getBigDecimal("euro"),
                        row.getBigDecimal("euro_year2"),
                        row.getBigDecimal("euro_year3"),
                        row.getBoolean("no_cost"),
                        row.getBigDecimal("person_years"),
                        row.getString("suggested_line"),
                        row.getObject("indicator_id", Integer.class),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        people == null ? null : PopulationGroup.valueOf(people),
                        scopes(row)),
                responsible(row, "owner"),
                responsible(row, "deputy"),
                MeasureStatus.valueOf(row.getString("status")),
                row.getBigDecimal("granted_euro"),
                row.getString("left_out_reason"),
                row.getObject("corrective_of_indicator", Integer.class),
                copied == null ? null : new MeasureId(copied),
                row.getInt("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Responsible responsible(ResultSet row, String part) throws SQLException {
        Username username = username(row, part + "_username");
        if (username != null) {
            return new Responsible(username, row.getString(part + "_fi"), row.getString(part + "_sv"));
        }
        String post = row.getString(part);
        return post == null ? null : new Responsible(null, post, post);
    }

    private static Set<PlanScope> scopes(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("scopes").getArray();
        return Arrays.stream(names).map(PlanScope::valueOf).collect(Collectors.toSet());
    }

    private static @Nullable Username username(ResultSet row, String column) throws SQLException {
        String name = row.getString(column);
        return name == null ? null : new Username(name);
    }

    private static @Nullable String name(@Nullable Username username) {
        return username == null ? null : username.value();
    }
}
