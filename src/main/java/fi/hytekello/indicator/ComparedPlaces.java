package fi.hytekello.indicator;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.NotFound;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A municipality and what it is compared with, as regions of the source. */
@Repository
class ComparedPlaces {

    /**
     * @param region Sotkanet's id; null where the source has no such region
     * @param county code of the county to which the municipality itself belongs; null for other places
     */
    record Place(
            Track.Kind kind,
            @Nullable Integer region,
            String nameFi,
            String nameSv,
            @Nullable String county) {}

    record Places(List<Place> list) {

        /** Code of the municipality's county, null where it belongs to none. */
        @Nullable
        String county() {
            return first(Track.Kind.OWN).county();
        }

        Place first(Track.Kind kind) {
            return list.stream()
                    .filter(place -> place.kind() == kind)
                    .findFirst()
                    .orElseThrow();
        }

        boolean has(Track.Kind kind) {
            return list.stream().anyMatch(place -> place.kind() == kind);
        }

        /** Sotkanet's id of the only place of this kind; -1, which no region has, where it is not there. */
        int region(Track.Kind kind) {
            return list.stream()
                    .filter(place -> place.kind() == kind)
                    .map(Place::region)
                    .map(region -> region == null ? -1 : region)
                    .findFirst()
                    .orElse(-1);
        }

        List<Integer> regions() {
            return list.stream()
                    .map(Place::region)
                    .map(region -> region == null ? -1 : region)
                    .toList();
        }
    }

    private final JdbcClient jdbc;

    ComparedPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The municipality, the chosen ones in their order ({@link Comparisons#inEffect}), the county and the country. A county is known by its name, as the
     * source has codes of its own for them.
     *
     * @throws NotFound when there is no such municipality
     */
    Places of(MunicipalityCode municipality, @Nullable Username person) {
        List<Place> places = jdbc.sql("""
                        select 'OWN' as kind, r.id, m.name_fi, m.name_sv, m.county_code, 0 as place from hyte.municipality m
                        left join hyte.region r on r.category = 'KUNTA' and r.code = m.code where m.code = :municipality
                        union all
                        select 'CHOSEN', r.id, r.title_fi, r.title_sv, null, c.position from hyte.indicator_comparison c
                        join hyte.region r on r.id = c.region_id
                        where c.municipality_code = :municipality and c.username = :person
                        union all
                        (select 'CHOSEN', r.id, r.title_fi, r.title_sv, null,
                            (row_number() over (order by r.title_fi))::integer
                        from hyte.comparison_municipality c join hyte.region r on r.id = c.region_id
                        where c.municipality_code = :municipality and :person::text is not null
                            and not exists (select from hyte.indicator_comparison own
                                where own.municipality_code = :municipality and own.username = :person)
                        order by r.title_fi limit :most)
                        union all
                        select 'COUNTY', r.id, c.name_fi, c.name_sv, null, 100 from hyte.municipality m
                        join hyte.county c on c.code = m.county_code
                        left join hyte.region r on r.category = 'HYVINVOINTIALUE'
                            and regexp_replace(lower(r.title_fi), ' (hyvinvointialue|hva)$', '')
                                = regexp_replace(lower(c.name_fi), ' hyvinvointialue$', '')
                        where m.code = :municipality
                        union all
                        select 'COUNTRY', r.id, r.title_fi, r.title_sv, null, 101 from hyte.region r where r.category = 'MAA'
                        order by place""")
                .param("municipality", municipality.value())
                .param("person", person == null ? null : person.value())
                .param("most", Comparisons.MOST)
                .query((row, n) -> new Place(
                        Track.Kind.valueOf(row.getString("kind")),
                        row.getObject("id", Integer.class),
                        row.getString("name_fi"),
                        row.getString("name_sv"),
                        row.getString("county_code")))
                .list();
        if (places.stream().noneMatch(place -> place.kind() == Track.Kind.OWN)) {
            throw new NotFound("problem.municipality.unknown", municipality.value());
        }
        return new Places(places);
    }
}
