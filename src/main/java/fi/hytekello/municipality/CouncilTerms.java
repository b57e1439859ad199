package fi.hytekello.municipality;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The council terms; the same in every municipality. */
@Repository
public class CouncilTerms {

    private final JdbcClient jdbc;

    CouncilTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The term of the council that decides in the autumn of this year; empty where the register does not reach. */
    public Optional<CouncilTerm> ofYear(int year) {
        return jdbc.sql("""
                        select starts_on, ends_on from hyte.council_term
                        where make_date(:year, 12, 31) between starts_on and ends_on""")
                .param("year", year)
                .query((row, n) -> new CouncilTerm(
                        row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)))
                .optional();
    }
}
