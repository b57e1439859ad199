package fi.hytekello.indicator.source;

import fi.hytekello.municipality.MunicipalityCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The regions that values are about. */
@Repository
class SourceRegions {

    private final JdbcClient jdbc;

    SourceRegions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds unknown regions and takes over what the source tells of the known ones. A region that the source leaves out
     * stays, because its values do; so does the county of a municipality. A new municipality has the county that the
     * register tells.
     *
     * @return how many are new or changed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    int take(List<SourceRegion> regions) {
        jdbc.sql("drop table if exists pg_temp.given").update();
        jdbc.sql("""
                        create temporary table given on commit drop as
                        select distinct on (id) * from unnest(:ids::integer[], :categories::text[], :codes::text[], :fi::text[],
                            :sv::text[], :en::text[], :members::text[])
                            as t (id, category, code, title_fi, title_sv, title_en, member_of)""")
                .param("ids", regions.stream().map(SourceRegion::id).toArray(Integer[]::new))
                .param("categories", texts(regions, SourceRegion::category))
                .param("codes", texts(regions, SourceRegion::code))
                .param("fi", texts(regions, SourceRegion::titleFi))
                .param("sv", texts(regions, SourceRegion::titleSv))
                .param("en", texts(regions, SourceRegion::titleEn))
                .param("members", texts(regions, SourceRegions::members))
                .update();
        // A municipality that was here before Sotkanet knew it takes Sotkanet's id along with its values.
        jdbc.sql("""
                        update hyte.region r set id = given.id from given
                        where r.category = 'KUNTA' and given.category = 'KUNTA' and r.code = given.code and r.id > 1000000
                            and not exists (select from hyte.region taken where taken.id = given.id)""").update();
        return jdbc.sql("""
                        insert into hyte.region as r (id, category, code, title_fi, title_sv, title_en, county_code, member_of)
                        select given.id, given.category, given.code, given.title_fi, given.title_sv, given.title_en,
                            case when given.category = 'KUNTA' then m.county_code end, given.member_of::integer[]
                        from given left join hyte.municipality m on m.code = given.code
                        on conflict (id) do update set category = excluded.category, code = excluded.code,
                            title_fi = excluded.title_fi, title_sv = excluded.title_sv, title_en = excluded.title_en,
                            member_of = excluded.member_of,
                            county_code = case when excluded.category = 'KUNTA' then r.county_code end
                        where (r.category, r.code, r.title_fi, r.title_sv, r.title_en, r.member_of) is distinct from
                            (excluded.category, excluded.code, excluded.title_fi, excluded.title_sv, excluded.title_en,
                            excluded.member_of)""").update();
    }

    Set<Integer> known() {
        return jdbc.sql("select id from hyte.region").query(Integer.class).list().stream()
                .collect(Collectors.toSet());
    }

    /** The region of a municipality; made where Sotkanet does not know the municipality yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    int of(MunicipalityCode municipality) {
        jdbc.sql("""
                        insert into hyte.region (id, category, code, title_fi, title_sv, title_en, county_code)
                        select nextval('hyte.own_region_id'), 'KUNTA', code, name_fi, name_sv, name_fi, county_code
                        from hyte.municipality where code = :code
                            and not exists (select from hyte.region where category = 'KUNTA' and code = :code)
                        on conflict do nothing""").param("code", municipality.value()).update();
        return jdbc.sql("select id from hyte.region where category = 'KUNTA' and code = :code")
                .param("code", municipality.value())
                .query(Integer.class)
                .single();
    }

    private static String members(SourceRegion region) {
        return region.memberOf().stream().sorted().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static String[] texts(List<SourceRegion> regions, java.util.function.Function<SourceRegion, String> text) {
        return regions.stream().map(text).toArray(String[]::new);
    }
}
