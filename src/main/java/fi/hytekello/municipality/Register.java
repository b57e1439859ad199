package fi.hytekello.municipality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the real counties and municipalities, with codes and names of Statistics Finland, into our tables. */
@Component
public class Register {

    private final NamedParameterJdbcOperations jdbc;

    Register(NamedParameterJdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds what is missing and leaves alone what is there; may be called at every start. */
    @Transactional
    public void load() {
        jdbc.batchUpdate(
                "insert into hyte.county (code, name_fi, name_sv) values (:code, :fi, :sv) on conflict do nothing",
                rows("counties.csv"));
        // Helsinki (HKI) and Åland (AX) belong to no county: the subquery leaves theirs empty.
        jdbc.batchUpdate("""
                insert into hyte.municipality (code, name_fi, name_sv, county_code, population)
                values (:code, :fi, :sv, (select code from hyte.county where code = :a), :b::integer)
                on conflict do nothing""", rows("municipalities.csv"));
    }

    private static MapSqlParameterSource[] rows(String file) {
        return lines(file).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .map(cells -> new MapSqlParameterSource("code", cells[0])
                        .addValue("fi", cells[1])
                        .addValue("sv", cells[2])
                        .addValue("a", cells[3])
                        .addValue("b", cells[4]))
                .toArray(MapSqlParameterSource[]::new);
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
