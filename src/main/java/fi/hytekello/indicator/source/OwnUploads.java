package fi.hytekello.indicator.source;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables of own indicators that wait for their confirmation; one a person. */
@Repository
class OwnUploads {

    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    OwnUploads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a table in place of the one before. */
    void keep(MunicipalityCode municipality, Person by, String name, byte[] content) {
        jdbc.sql("""
                        insert into hyte.indicator_upload (municipality_code, uploaded_by, name, content, uploaded_at)
                        values (:municipality, :by, :name, :content, :now)
                        on conflict (municipality_code, uploaded_by) do update
                            set name = excluded.name, content = excluded.content, uploaded_at = excluded.uploaded_at""")
                .param("municipality", municipality.value())
                .param("by", by.username().value())
                .param("name", name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name)
                .param("content", content)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    Optional<byte[]> content(MunicipalityCode municipality, Person by) {
        return jdbc.sql("""
                        select content from hyte.indicator_upload
                        where municipality_code = :municipality and uploaded_by = :by""")
                .param("municipality", municipality.value())
                .param("by", by.username().value())
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }

    /** The waiting file's name. */
    String name(MunicipalityCode municipality, Person by) {
        return jdbc.sql("""
                        select name from hyte.indicator_upload
                        where municipality_code = :municipality and uploaded_by = :by""")
                .param("municipality", municipality.value())
                .param("by", by.username().value())
                .query(String.class)
                .single();
    }

    void forget(MunicipalityCode municipality, Person by) {
        jdbc.sql("delete from hyte.indicator_upload where municipality_code = :municipality and uploaded_by = :by")
                .param("municipality", municipality.value())
                .param("by", by.username().value())
                .update();
    }
}
