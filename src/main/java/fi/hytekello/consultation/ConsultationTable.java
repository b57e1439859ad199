package fi.hytekello.consultation;

import fi.hytekello.body.BodyId;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of consultations and their questions; the rows of the municipalities are those of {@link ContactTable}. */
@Repository
class ConsultationTable {

    private final JdbcClient jdbc;

    ConsultationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<Consultation> of(MunicipalityCode keeper) {
        return read("c.municipality_code = :keeper order by c.id desc", Map.of("keeper", keeper.value()));
    }

    /** Newest first. */
    List<Consultation> ofBody(BodyId body) {
        return read("c.body_id = :body order by c.id desc", Map.of("body", body.value()));
    }

    Optional<Consultation> find(ConsultationId id) {
        return read("c.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    /** Of two who begin at once the table takes one. */
    ConsultationId insert(MunicipalityCode keeper, @Nullable BodyId body, ConsultationDraft draft, Instant now) {
        long id = jdbc.sql("""
                        insert into hyte.consultation (municipality_code, body_id, title, handler, first_day, last_day, begun_at)
                        values (:keeper, :body, :title, :handler, :first, :last, :now) returning id""")
                .param("keeper", keeper.value())
                .param("body", body == null ? null : body.value())
                .param("title", draft.title())
                .param("handler", draft.handler().name())
                .param("first", draft.firstDay())
                .param("last", draft.lastDay())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into hyte.consultation_question (consultation_id, ordinal, question)
                        select :id, q.ordinal, q.question
                        from unnest(:questions::text[]) with ordinality as q (question, ordinal)""")
                .param("id", id)
                .param("questions", draft.questions().toArray(String[]::new))
                .update();
        return new ConsultationId(id);
    }

    /** @return false where the summary is made, or somebody changed it meanwhile */
    boolean prolong(ConsultationId id, LocalDate lastDay, int version) {
        return jdbc.sql("""
                        update hyte.consultation set last_day = :last, version = version + 1
                        where id = :id and version = :version and summarised_at is null""")
                        .param("id", id.value())
                        .param("last", lastDay)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** @return false where the summary is made, or somebody changed it meanwhile */
    boolean conclude(ConsultationId id, String conclusions, int version) {
        return jdbc.sql("""
                        update hyte.consultation set conclusions = :conclusions, version = version + 1
                        where id = :id and version = :version and summarised_at is null""")
                        .param("id", id.value())
                        .param("conclusions", conclusions)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** @return false where it was made before */
    boolean summarise(ConsultationId id, Instant now) {
        return jdbc.sql("""
                        update hyte.consultation set summarised_at = :now, version = version + 1
                        where id = :id and summarised_at is null""")
                        .param("id", id.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Keeps the row until the transaction ends, so that nobody changes a contact while the summary is made. */
    void lock(ConsultationId id) {
        jdbc.sql("select 1 from hyte.consultation where id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    /** Two statements, however many consultations. */
    private List<Consultation> read(String which, Map<String, ?> parameters) {
        Map<Long, List<Question>> questions = new HashMap<>();
        jdbc.sql("select q.* from hyte.consultation_question q where q.consultation_id in"
                        + " (select c.id from hyte.consultation c where " + which + ") order by q.ordinal")
                .params(parameters)
                .query(row -> {
                    questions
                            .computeIfAbsent(row.getLong("consultation_id"), none -> new ArrayList<>())
                            .add(new Question(row.getLong("id"), row.getString("question")));
                });
        return jdbc.sql("""
                        select c.*, b.name_fi, b.name_sv, n.contacts, n.finished
                        from hyte.consultation c left join hyte.body b on b.id = c.body_id
                            cross join lateral (select count(*) contacts, count(*) filter (where m.finished) finished
                                from hyte.management_contact m where m.consultation_id = c.id) n
                        where\s""" + which)
                .params(parameters)
                .query((row, n) -> consultation(row, questions.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private static Consultation consultation(ResultSet row, List<Question> questions) throws SQLException {
        Long body = row.getObject("body_id", Long.class);
        OffsetDateTime summarised = row.getObject("summarised_at", OffsetDateTime.class);
        return new Consultation(
                new ConsultationId(row.getLong("id")),
                new MunicipalityCode(row.getString("municipality_code")),
                body == null ? null : new BodyId(body),
                row.getString("name_fi"),
                row.getString("name_sv"),
                row.getString("title"),
                Role.valueOf(row.getString("handler")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                questions,
                row.getString("conclusions"),
                summarised == null ? null : summarised.toInstant(),
                row.getInt("contacts"),
                row.getInt("finished"),
                row.getInt("version"));
    }
}
