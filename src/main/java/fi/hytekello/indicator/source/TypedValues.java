package fi.hytekello.indicator.source;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.calendar.Finland;
import fi.hytekello.indicator.Indicator;
import fi.hytekello.indicator.ValueStatus;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.MunicipalitySettings;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Values that a coordinator types in: TEAviisari's scores, which its own pages show before Sotkanet has them (domain
 * chapter 3.4), and those of the municipality's own indicators. What Sotkanet has given is not typed over.
 */
@Service
public class TypedValues {

    /** TEAviisari's summary scores, 0–100 (domain chapter 3.2). */
    private static final List<Integer> SCORES = List.of(4072, 4092, 4093, 4094, 3137, 3141);

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final JdbcClient jdbc;
    private final ObservationIntake intake;
    private final ImportHistory history;
    private final SourceRegions regions;
    private final AuditTrail audit;
    private final Clock clock;

    TypedValues(
            JdbcClient jdbc,
            ObservationIntake intake,
            ImportHistory history,
            SourceRegions regions,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.intake = intake;
        this.history = history;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    /** A value that stands, and who gave it. */
    public record Typed(Indicator indicator, int year, BigDecimal value, ImportKind kind, OffsetDateTime at) {}

    /** What values may be typed for: the scores, then the own indicators. */
    public List<Indicator> indicators(MunicipalityCode municipality) {
        return jdbc.sql("""
                        select * from hyte.indicator where id = any(:scores) or municipality_code = :municipality
                        order by municipality_code is not null, array_position(:scores, id), title_fi""")
                .param("scores", SCORES.toArray(Integer[]::new))
                .param("municipality", municipality.value())
                .query((row, n) -> Catalogue.indicator(row))
                .list();
    }

    /** The municipality's values of these indicators, by indicator, the newest year first. */
    public List<Typed> of(MunicipalityCode municipality) {
        return jdbc.sql("""
                        select i.*, o.year, o.value, n.kind, n.started_at
                        from hyte.observation o join hyte.indicator i on i.id = o.indicator_id
                        join hyte.region r on r.id = o.region_id and r.category = 'KUNTA' and r.code = :municipality
                        join hyte.indicator_import n on n.id = o.import_id
                        where (i.id = any(:scores) or i.municipality_code = :municipality)
                            and o.gender = 'total' and o.value is not null
                        order by i.municipality_code is not null, array_position(:scores, i.id), i.title_fi, o.year desc""")
                .param("scores", SCORES.toArray(Integer[]::new))
                .param("municipality", municipality.value())
                .query((row, n) -> new Typed(
                        Catalogue.indicator(row),
                        row.getInt("year"),
                        row.getBigDecimal("value"),
                        ImportKind.valueOf(row.getString("kind")),
                        row.getObject("started_at", OffsetDateTime.class)))
                .list();
    }

    /**
     * Stores a value; one that was typed before becomes a revision.
     *
     * @param indicator one of {@link #indicators}
     * @param year as typed
     * @param value as typed, such as {@code 67,5}
     * @throws InvalidInput naming the field that cannot be so
     * @throws Conflict when Sotkanet has given the value
     */
    @Transactional
    public void store(MunicipalityCode municipality, int indicator, String year, String value, Person by) {
        if (!MunicipalitySettings.mayBeChangedBy(by, municipality)) {
            throw new Refused("problem.import.role");
        }
        if (indicators(municipality).stream().noneMatch(one -> one.id() == indicator)) {
            throw new InvalidInput("scoreIndicator", "problem.answer.choice");
        }
        LocalDate today = LocalDate.now(clock.withZone(Finland.ZONE));
        int of = OwnTableReader.year(year, today.getYear());
        BigDecimal number = number(indicator, value);
        int region = regions.of(municipality);
        ImportId id = history.begin(ImportKind.BY_HAND, "", municipality, by.username());
        intake.prepare(List.of(
                new ObservationRow(1, indicator, region, of, Gender.TOTAL, ValueStatus.OK, number, null, null, null)));
        refuseSources(indicator, region, of);
        Counts counts = intake.take(id, today);
        history.count(id, counts);
        history.finish(id, ImportHistory.State.DONE);
        audit.record(
                municipality,
                null,
                "indicator.typed",
                "indicator:" + indicator,
                Map.of("year", of, "value", number.toPlainString()));
    }

    private static BigDecimal number(int indicator, String value) {
        BigDecimal number = OwnTableReader.number("value", value);
        if (SCORES.contains(indicator) && (number.signum() < 0 || number.compareTo(HUNDRED) > 0)) {
            throw new InvalidInput("value", "problem.score.range");
        }
        return number;
    }

    private void refuseSources(int indicator, int region, int year) {
        Optional<String> kind = jdbc.sql("""
                        select coalesce(n.kind, 'SHIPPED') from hyte.observation o
                        left join hyte.indicator_import n on n.id = o.import_id
                        where o.indicator_id = :indicator and o.region_id = :region and o.year = :year
                            and o.gender = 'total' and o.value is not null""")
                .param("indicator", indicator)
                .param("region", region)
                .param("year", year)
                .query(String.class)
                .optional();
        if (kind.filter(one -> !one.equals("BY_HAND") && !one.equals("OWN")).isPresent()) {
            throw new Conflict("problem.score.source");
        }
    }
}
