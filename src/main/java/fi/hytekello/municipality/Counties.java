package fi.hytekello.municipality;

import fi.hytekello.platform.problem.InvalidInput;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The wellbeing services counties as the municipalities see them. */
@Repository
public class Counties {

    private final JdbcClient jdbc;

    Counties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for Helsinki and Åland, which belong to none. */
    public Optional<County> of(MunicipalityCode municipality) {
        return jdbc.sql("""
                        select c.code, c.name_fi, c.name_sv, c.language, coalesce(m.county_email, c.registry_email) as email
                        from hyte.municipality m join hyte.county c on c.code = m.county_code where m.code = :code""")
                .param("code", municipality.value())
                .query((row, n) -> new County(
                        row.getString("code"),
                        row.getString("name_fi"),
                        row.getString("name_sv"),
                        Locale.forLanguageTag(row.getString("language")),
                        row.getString("email")))
                .optional();
    }

    /**
     * Where this municipality writes to from now on.
     *
     * @throws InvalidInput when it is no mail address
     */
    public void writeTo(MunicipalityCode municipality, String email) {
        String address = email.strip();
        if (!EmailAddresses.isOne(address)) {
            throw new InvalidInput("countyEmail", "problem.county.email");
        }
        jdbc.sql("update hyte.municipality set county_email = :email where code = :code")
                .param("email", address)
                .param("code", municipality.value())
                .update();
    }

    /** Gives the counties whose registry's address is not known yet one of the form {@code kirjaamo@es.example}. */
    public void inventAddresses() {
        jdbc.sql("""
                        update hyte.county set registry_email = 'kirjaamo@' || lower(code) || '.example'
                        where registry_email is null""").update();
    }
}
