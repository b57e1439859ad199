package fi.hytekello.indicator;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.Refused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the HYTE coefficient gave a municipality, year by year, as the municipality enters it (domain chapter 3.3). */
@Service
public class CoefficientResults {

    /** The coefficient is part of the state grant since then. */
    public static final int FIRST_YEAR = 2023;

    private static final int LAST_YEAR = 2100;
    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_EURO = new BigDecimal("9999999.99");
    private static final int LAST_RANK = 400;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    CoefficientResults(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param points from 0 to 100
     * @param euro per resident
     * @param rank among the municipalities, 1 is the best
     */
    public record Result(
            int year,
            @Nullable BigDecimal points,
            @Nullable BigDecimal euro,
            @Nullable Integer rank) {

        boolean isEmpty() {
            return points == null && euro == null && rank == null;
        }
    }

    /** The newest year first. */
    public List<Result> of(MunicipalityCode municipality) {
        return jdbc.sql("""
                        select year, points, euro_per_resident, rank from hyte.coefficient_result
                        where municipality_code = :municipality order by year desc""")
                .param("municipality", municipality.value())
                .query((row, n) -> new Result(
                        row.getInt("year"),
                        row.getBigDecimal("points"),
                        row.getBigDecimal("euro_per_resident"),
                        row.getObject("rank", Integer.class)))
                .list();
    }

    /**
     * Stores a year's result in place of an earlier one; an empty one removes it.
     *
     * @throws Refused when the person is neither coordinator nor administrator
     * @throws InvalidInput naming the figure that cannot be so
     */
    @Transactional
    public void store(MunicipalityCode municipality, Result result, Person by) {
        LightRules.requireEditor(municipality, by);
        check(result);
        jdbc.sql("delete from hyte.coefficient_result where municipality_code = :municipality and year = :year")
                .param("municipality", municipality.value())
                .param("year", result.year())
                .update();
        if (!result.isEmpty()) {
            jdbc.sql("""
                            insert into hyte.coefficient_result (municipality_code, year, points, euro_per_resident, rank,
                                changed_by, changed_at)
                            values (:municipality, :year, :points, :euro, :rank, :by, :at)""")
                    .param("municipality", municipality.value())
                    .param("year", result.year())
                    .param("points", result.points())
                    .param("euro", result.euro())
                    .param("rank", result.rank())
                    .param("by", by.username().value())
                    .param("at", OffsetDateTime.now(clock))
                    .update();
        }
        audit.record(
                municipality,
                null,
                "indicator.coefficient",
                "year:" + result.year(),
                Map.of("result", result.toString()));
    }

    private static void check(Result result) {
        require(result.year() >= FIRST_YEAR && result.year() <= LAST_YEAR, "year", "problem.coefficient.year");
        require(isWithin(result.points(), MOST_POINTS), "points", "problem.coefficient.points");
        require(isWithin(result.euro(), MOST_EURO), "euroPerResident", "problem.coefficient.euro");
        Integer rank = result.rank();
        require(rank == null || (rank >= 1 && rank <= LAST_RANK), "rank", "problem.coefficient.rank");
    }

    private static boolean isWithin(@Nullable BigDecimal figure, BigDecimal most) {
        return figure == null || (figure.signum() >= 0 && figure.compareTo(most) <= 0);
    }

    private static void require(boolean fits, String field, String problem) {
        if (!fits) {
            throw new InvalidInput(field, problem);
        }
    }
}
