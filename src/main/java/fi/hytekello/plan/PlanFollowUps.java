package fi.hytekello.plan;

import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** How the measures of plans stand now: two statements, however many the measures are. */
@Repository
public class PlanFollowUps {

    private static final String SELECT = "select " + MeasureTable.COLUMNS + """
            , r.as_of as last_as_of, r.submitted_at as last_sent_at, r.euro_used as last_euro_used
            """ + MeasureTable.FROM + """
            join hyte.cycle c on c.id = m.cycle_id
            left join lateral (select s.as_of, s.submitted_at, s.euro_used from hyte.measure_report s
                where s.measure_id = m.id and s.submitted_at is not null order by s.as_of desc limit 1) r on true
            where m.status not in ('PROPOSED', 'LEFT_OUT') and
            """;

    /** Who has an open task has its date; who has had one, the later of what it said and the milestone says now. */
    private static final String ROUNDS = """
            select c.municipality_code, d.code as department_code, c.year, s.kind,
                coalesce(w.due_at, greatest(g.due_at, s.due_at)) as due_at,
                w.due_at is not null or g.due_at is not null as asked
            from hyte.cycle_milestone s
            join hyte.cycle c on c.id = s.cycle_id
            join hyte.department d on d.municipality_code = c.municipality_code
            left join hyte.report_deadline g
                on g.cycle_id = s.cycle_id and g.kind = s.kind and g.department_code = d.code
            left join lateral (select max(i.due_at) as due_at from hyte.work_item i
                where i.cycle_id = s.cycle_id and i.milestone = s.kind and i.department_code = d.code) w on true
            where c.municipality_code = any (:municipalities) and s.kind in (:followUp, :yearEnd)""";

    private record Place(MunicipalityCode municipality, DepartmentCode department) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanFollowUps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the reconciliation accepted and the budget did not leave out, by department and in order of proposal. */
    public List<FollowedMeasure> of(Cycle cycle) {
        return followed(
                List.of(cycle.municipality()),
                jdbc.sql(SELECT + " m.cycle_id = :cycle order by m.department_code, m.id")
                        .param("cycle", cycle.id().value()));
    }

    /**
     * The measures for which this person answers as owner or deputy: those of years that go on, and those still in use
     * of years that have ended. The newest year first.
     */
    public List<FollowedMeasure> answeredBy(Person person) {
        List<MunicipalityCode> municipalities = person.municipalities();
        return followed(
                municipalities,
                jdbc.sql(SELECT + """
                                 m.municipality_code = any (:municipalities)
                                and (m.owner_username = :person or m.deputy_username = :person)
                                and (c.state <> 'ENDED' or m.status in ('ACTIVE', 'DELAYED'))
                                order by c.year desc, m.department_code, m.id""")
                        .param("municipalities", codes(municipalities))
                        .param("person", person.username().value()));
    }

    /**
     * Those of the plan whose reports are late. The list names posts that have not done their part: it is for those who
     * run the round or lead the posts, the coordinator, the manager and, for the own department, its director.
     */
    public List<LateReporter> late(Cycle cycle, List<FollowedMeasure> plan, Person reader) {
        return LateReporter.of(plan.stream()
                .filter(one -> maySee(cycle, one.measure().department(), reader))
                .toList());
    }

    /** True for those who see at least one department's late reporters. */
    public boolean maySeeLate(Cycle cycle, Person reader) {
        return seesAll(cycle, reader) || reader.holds(Role.DEPARTMENT_DIRECTOR, cycle.municipality());
    }

    private static boolean maySee(Cycle cycle, DepartmentCode department, Person reader) {
        return seesAll(cycle, reader)
                || reader.isInGroup(Role.DEPARTMENT_DIRECTOR.group(department), cycle.municipality());
    }

    private static boolean seesAll(Cycle cycle, Person reader) {
        return reader.holds(Role.COORDINATOR, cycle.municipality()) || reader.holds(Role.MANAGER, cycle.municipality());
    }

    private List<FollowedMeasure> followed(List<MunicipalityCode> municipalities, StatementSpec measures) {
        Instant now = clock.instant();
        Map<Place, List<ReportRound>> rounds = rounds(municipalities);
        return measures.query((row, n) -> {
                    Place place = place(row);
                    return FollowedMeasure.at(
                            now,
                            place.municipality(),
                            MeasureTable.measure(row, n),
                            last(row),
                            rounds.getOrDefault(place, List.of()));
                })
                .list();
    }

    private Map<Place, List<ReportRound>> rounds(List<MunicipalityCode> municipalities) {
        return jdbc
                .sql(ROUNDS)
                .param("municipalities", codes(municipalities))
                .param("followUp", ReportPoint.HALF_YEAR.milestone().name())
                .param("yearEnd", ReportPoint.YEAR_END.milestone().name())
                .query((row, n) -> Map.entry(place(row), round(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                new MunicipalityCode(row.getString("municipality_code")),
                new DepartmentCode(row.getString("department_code")));
    }

    private static ReportRound round(ResultSet row) throws SQLException {
        ReportPoint point =
                row.getString("kind").equals(ReportPoint.HALF_YEAR.milestone().name())
                        ? ReportPoint.HALF_YEAR
                        : ReportPoint.YEAR_END;
        return new ReportRound(
                point.asOf(row.getInt("year")),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("asked"));
    }

    private static FollowedMeasure.@Nullable LastReport last(ResultSet row) throws SQLException {
        LocalDate asOf = row.getObject("last_as_of", LocalDate.class);
        return asOf == null
                ? null
                : new FollowedMeasure.LastReport(
                        asOf,
                        row.getObject("last_sent_at", OffsetDateTime.class)
                                .atZoneSameInstant(Finland.ZONE)
                                .toLocalDate(),
                        row.getBigDecimal("last_euro_used"));
    }

    private static String[] codes(List<MunicipalityCode> municipalities) {
        return municipalities.stream().map(MunicipalityCode::value).toArray(String[]::new);
    }
}
