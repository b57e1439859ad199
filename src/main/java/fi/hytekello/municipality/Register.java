package fi.hytekello.municipality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the real counties, regional councils and municipalities into our tables, with codes and names of Statistics Finland. */
@Component
public class Register {

    private final NamedParameterJdbcOperations jdbc;

    Register(NamedParameterJdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds what is missing and leaves alone what people may change; may be called at every start. */
    @Transactional
    public void load() {
        jdbc.batchUpdate("""
                insert into hyte.county (code, name_fi, name_sv, language) values (:code, :fi, :sv, :language)
                on conflict (code) do update set language = excluded.language""", counties());
        jdbc.batchUpdate("""
                insert into hyte.municipality (code, kind, name_fi, name_sv, language_status)
                values (:code, 'REGIONAL_COUNCIL', :fi, :sv, :language)
                on conflict do nothing""", regionalCouncils());
        // Helsinki (HKI) and Åland (AX) belong to no county: the subquery leaves theirs empty.
        jdbc.batchUpdate("""
                insert into hyte.municipality (code, name_fi, name_sv, county_code, population, city, region_code)
                values (:code, :fi, :sv, (select code from hyte.county where code = :county), :population::integer,
                    :city, :region)
                on conflict (code) do update set region_code = excluded.region_code
                where hyte.municipality.region_code is distinct from excluded.region_code""", municipalities());
    }

    private static MapSqlParameterSource[] counties() {
        return cells("counties.csv")
                .map(cells -> new MapSqlParameterSource("code", cells[0])
                        .addValue("fi", cells[1])
                        .addValue("sv", cells[2])
                        .addValue("language", cells[5]))
                .toArray(MapSqlParameterSource[]::new);
    }

    private static MapSqlParameterSource[] regionalCouncils() {
        return cells("regional-councils.csv")
                .map(cells -> new MapSqlParameterSource("code", cells[0])
                        .addValue("fi", cells[1])
                        .addValue("sv", cells[2])
                        .addValue("language", cells[3]))
                .toArray(MapSqlParameterSource[]::new);
    }

    private static MapSqlParameterSource[] municipalities() {
        Map<String, String> regions = new HashMap<>();
        cells("regional-councils.csv")
                .forEach(cells -> Stream.of(cells[4].split(",", -1)).forEach(county -> regions.put(county, cells[0])));
        return cells("municipalities.csv")
                .map(cells -> new MapSqlParameterSource("code", cells[0])
                        .addValue("fi", cells[1])
                        .addValue("sv", cells[2])
                        .addValue("county", cells[3])
                        .addValue("population", cells[4])
                        .addValue("city", cells[5].equals("city"))
                        .addValue("region", regions.get(cells[3])))
                .toArray(MapSqlParameterSource[]::new);
    }

    private static Stream<String[]> cells(String file) {
        return lines(file).stream().skip(1).map(line -> line.split(";", -1));
    }

    private static List<String> lines(String file) {
        try {
            return new ClassPathResource("municipality/" + file)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
