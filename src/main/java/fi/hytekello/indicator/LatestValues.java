package fi.hytekello.indicator;

import fi.hytekello.municipality.MunicipalityCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The newest known value of every indicator in a municipality, whether a cycle has frozen it or not. */
@Repository
public class LatestValues {

    private final JdbcClient jdbc;

    LatestValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param year the value's own year; null with the value where the source gave none */
    public record Latest(
            Indicator indicator,
            @Nullable Integer year,
            @Nullable BigDecimal value) {

        /** The indicator with its newest value, whose title names the unit, such as {@code Työttömät, % (7,1, 2024)}. */
        public String label(Locale locale) {
            return value == null
                    ? indicator.title(locale)
                    : "%s (%s, %d)"
                            .formatted(
                                    indicator.title(locale),
                                    value.toPlainString().replace('.', ','),
                                    year);
        }
    }

    /** Of all common indicators and the municipality's own ones; by theme, then by id. */
    public List<Latest> of(MunicipalityCode municipality) {
        return jdbc.sql("""
                        select i.*, o.year, o.value from hyte.indicator i
                        left join (select distinct on (o.indicator_id) o.indicator_id, o.year, o.value
                            from hyte.observation o join hyte.region r on r.id = o.region_id
                            where r.category = 'KUNTA' and r.code = :municipality and o.gender = 'total'
                                and o.value is not null
                            order by o.indicator_id, o.year desc) o on o.indicator_id = i.id
                        where i.municipality_code is null or i.municipality_code = :municipality
                        order by i.theme, i.id""")
                .param("municipality", municipality.value())
                .query((row, n) -> new Latest(
                        Indicators.indicator(row, "id"),
                        row.getObject("year", Integer.class),
                        row.getBigDecimal("value")))
                .list();
    }
}
