package fi.hytekello.indicator.source;

import fi.hytekello.indicator.Direction;
import fi.hytekello.indicator.source.OwnValues.Named;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.MunicipalityCode;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of a municipality's own indicators. */
@Repository
class OwnIndicatorTable {

    private final JdbcClient jdbc;

    OwnIndicatorTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One at a time: two tables with the same new title would make two indicators of it. */
    void lock(MunicipalityCode municipality) {
        jdbc.sql("select code from hyte.municipality where code = :code for update")
                .param("code", municipality.value())
                .query(String.class)
                .single();
    }

    List<Named> of(MunicipalityCode municipality) {
        return jdbc.sql("select * from hyte.indicator where municipality_code = :code order by title_fi, id")
                .param("code", municipality.value())
                .query((row, n) -> new Named(
                        row.getInt("id"),
                        row.getString("title_fi"),
                        row.getString("title_sv"),
                        row.getString("unit_fi"),
                        row.getString("unit_sv"),
                        Direction.valueOf(row.getString("direction")),
                        row.getString("theme"),
                        new DepartmentCode(row.getString("department_code")),
                        row.getString("producer_fi")))
                .list();
    }

    /** Adds it, or brings it up to date; its id. */
    int store(MunicipalityCode municipality, Named one) {
        return jdbc.sql("""
                        insert into hyte.indicator as i (id, title_fi, title_sv, unit_fi, unit_sv, direction, theme,
                            department_code, producer_fi, producer_sv, municipality_code)
                        values (coalesce(:id::integer, nextval('hyte.own_indicator_id')::integer), :titleFi, :titleSv, :unitFi, :unitSv,
                            :direction, :theme, :department, :producer, :producer, :municipality)
                        on conflict (id) do update set title_sv = excluded.title_sv, unit_fi = excluded.unit_fi,
                            unit_sv = excluded.unit_sv, direction = excluded.direction, theme = excluded.theme,
                            department_code = excluded.department_code, producer_fi = excluded.producer_fi,
                            producer_sv = excluded.producer_sv
                        where i.municipality_code = excluded.municipality_code returning id""")
                .param("id", one.id())
                .param("titleFi", one.titleFi())
                .param("titleSv", one.titleSv())
                .param("unitFi", one.unitFi())
                .param("unitSv", one.unitSv())
                .param("direction", one.direction().name())
                .param("theme", one.theme())
                .param("department", one.department().value())
                .param("producer", one.producer())
                .param("municipality", municipality.value())
                .query(Integer.class)
                .single();
    }
}
