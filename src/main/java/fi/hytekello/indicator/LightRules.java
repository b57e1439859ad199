package fi.hytekello.indicator;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.MunicipalitySettings;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * By which rule each municipality judges each indicator. A change counts from the next freezing of values on: what is
 * frozen keeps the rule by which it was judged.
 */
@Service
public class LightRules {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private static final String SELECT = """
            select i.id, i.title_fi, i.title_sv, i.unit_fi, i.unit_sv, i.direction, i.theme, i.department_code,
                i.producer_fi, i.producer_sv, l.rule, l.reference, l.target, l.target_year, l.tolerance,
                coalesce(l.version, 0) as version
            from hyte.indicator i
            left join hyte.light_rule l on l.indicator_id = i.id and l.municipality_code = :municipality
            where (i.municipality_code is null or i.municipality_code = :municipality)
            """;

    private final JdbcClient jdbc;
    private final ComparisonMunicipalities compared;
    private final AuditTrail audit;
    private final Clock clock;

    LightRules(JdbcClient jdbc, ComparisonMunicipalities compared, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.compared = compared;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param version of the municipality's own rule, 0 where the product's default holds */
    public record Ruled(Indicator indicator, LightRule rule, int version) {}

    /** Of the indicators that the municipality's newest year follows, or the starter set before the first; by theme. */
    public List<Ruled> of(MunicipalityCode municipality) {
        Long newest = jdbc.sql("""
                        select id from hyte.cycle where municipality_code = :municipality order by year desc limit 1""")
                .param("municipality", municipality.value())
                .query(Long.class)
                .optional()
                .orElse(null);
        String followed = newest == null
                ? "select c.indicator_id from hyte.indicator_set_member c"
                        + " join hyte.indicator_set s on s.id = c.set_id and s.code = 'STARTER'"
                : IndicatorSets.FOLLOWED;
        return jdbc.sql(SELECT + " and i.id in (" + followed + ") order by i.theme, i.id")
                .param("municipality", municipality.value())
                .param("cycle", newest)
                .query(LightRules::ruled)
                .list();
    }

    /** @throws NotFound when there is no such indicator */
    public Ruled of(MunicipalityCode municipality, int indicator) {
        return jdbc.sql(SELECT + " and i.id = :indicator")
                .param("municipality", municipality.value())
                .param("indicator", indicator)
                .query(LightRules::ruled)
                .optional()
                .orElseThrow(() -> new NotFound("problem.indicator.none"));
    }

    /**
     * Stores the municipality's own rule of one indicator.
     *
     * @param seen version that the editor has seen
     * @throws Refused when the person is neither coordinator nor administrator of the municipality
     * @throws InvalidInput naming the field that does not fit the rule
     * @throws Conflict when somebody else has changed the rule since
     */
    @Transactional
    public void change(MunicipalityCode municipality, int indicator, LightRule rule, int seen, Person by) {
        requireEditor(municipality, by);
        Ruled before = of(municipality, indicator);
        check(municipality, before.indicator(), rule);
        if (before.version() != seen) {
            throw new Conflict("problem.lightRule.changed");
        }
        int stored = jdbc.sql("""
                        insert into hyte.light_rule as l (municipality_code, indicator_id, rule, reference, target,
                            target_year, tolerance, version, changed_by, changed_at)
                        values (:municipality, :indicator, :rule, :reference, :target, :targetYear, :tolerance, 1, :by, :at)
                        on conflict (municipality_code, indicator_id) do update set rule = excluded.rule,
                            reference = excluded.reference, target = excluded.target, target_year = excluded.target_year,
                            tolerance = excluded.tolerance, version = l.version + 1, changed_by = excluded.changed_by,
                            changed_at = excluded.changed_at
                        where l.version = :seen""")
                .param("municipality", municipality.value())
                .param("indicator", indicator)
                .param("rule", rule.kind().name())
                .param(
                        "reference",
                        rule.kind() == LightRule.Kind.COMPARISON
                                ? rule.reference().name()
                                : null)
                .param("target", rule.target())
                .param("targetYear", rule.targetYear())
                .param("tolerance", rule.tolerance())
                .param("by", by.username().value())
                .param("at", OffsetDateTime.now(clock))
                .param("seen", seen)
                .update();
        if (stored == 0) {
            throw new Conflict("problem.lightRule.changed");
        }
        audit.record(
                municipality,
                null,
                "indicator.lightRule",
                "indicator:" + indicator,
                Map.of("before", before.rule().toString(), "after", rule.toString()));
    }

    /** @throws Refused when the person may not change how the municipality judges its indicators */
    static void requireEditor(MunicipalityCode municipality, Person by) {
        if (!MunicipalitySettings.mayBeChangedBy(by, municipality)) {
            throw new Refused("problem.settings.role");
        }
    }

    private void check(MunicipalityCode municipality, Indicator indicator, LightRule rule) {
        if (indicator.direction() == Direction.CONTEXT && rule.kind() != LightRule.Kind.COMPARISON) {
            throw new InvalidInput("rule", "problem.lightRule.context");
        }
        switch (rule.kind()) {
            case TARGET -> {
                if (rule.target() == null) {
                    throw new InvalidInput("target", "problem.answer.missing");
                }
            }
            case COMPARISON -> {
                if (rule.tolerance() != null && rule.tolerance().compareTo(WHOLE) > 0) {
                    throw new InvalidInput("tolerance", "problem.lightRule.percent");
                }
                if (rule.reference() == LightRule.Reference.CHOSEN_MEDIAN
                        && compared.of(municipality).size() < ComparisonSql.FEWEST) {
                    throw new InvalidInput("reference", "problem.lightRule.chosen", ComparisonSql.FEWEST);
                }
            }
            case TEA -> {
                if (!LightRule.isTeaScore(indicator.id())) {
                    throw new InvalidInput("rule", "problem.lightRule.tea");
                }
            }
        }
    }

    private static Ruled ruled(ResultSet row, int number) throws SQLException {
        Indicator indicator = Indicators.indicator(row, "id");
        String kind = row.getString("rule");
        return new Ruled(
                indicator, kind == null ? LightRule.usual(indicator.id()) : own(kind, row), row.getInt("version"));
    }

    private static LightRule own(String kind, ResultSet row) throws SQLException {
        @Nullable String reference = row.getString("reference");
        return new LightRule(
                LightRule.Kind.valueOf(kind),
                reference == null ? LightRule.Reference.COUNTY_MEDIAN : LightRule.Reference.valueOf(reference),
                row.getBigDecimal("target"),
                row.getObject("target_year", Integer.class),
                row.getBigDecimal("tolerance"));
    }
}
