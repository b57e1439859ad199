package fi.hytekello.nomination;

import fi.hytekello.body.Expertise;
import fi.hytekello.body.Gender;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.municipality.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The nominees in the database. */
@Repository
class NomineeTable {

    private static final String SELECT = """
            select n.*, q.organisation_id, o.name_fi as organisation_fi, o.name_sv as organisation_sv
            from hyte.nominee n join hyte.nomination_request q on q.id = n.request_id
                join hyte.organisation o on o.id = q.organisation_id
            """;
    private static final String ORDER = " order by o.name_fi, q.id, n.seat, n.deputy, n.state = 'ALTERNATIVE', n.id";

    private final JdbcClient jdbc;

    NomineeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a request, also those who are not in their seat any more; seat by seat, second candidates last. */
    List<Nominee> of(RequestId request) {
        return jdbc.sql(SELECT + "where n.request_id = :request" + ORDER)
                .param("request", request.value())
                .query((row, n) -> nominee(row))
                .list();
    }

    /** All of a round, by the organisations' Finnish names. */
    List<Nominee> of(RoundId round) {
        return jdbc.sql(SELECT + "where q.round_id = :round" + ORDER)
                .param("round", round.value())
                .query((row, n) -> nominee(row))
                .list();
    }

    Optional<Nominee> find(long id) {
        return jdbc.sql(SELECT + "where n.id = :id")
                .param("id", id)
                .query((row, n) -> nominee(row))
                .optional();
    }

    Optional<Nominee> ofTask(String taskId) {
        return jdbc.sql(SELECT + "where n.task_id = :task")
                .param("task", taskId)
                .query((row, n) -> nominee(row))
                .optional();
    }

    long add(RequestId request, NomineeDraft draft, NomineeState state, RequestVia via, Instant now) {
        return values(jdbc.sql("""
                        insert into hyte.nominee (request_id, seat, deputy, state, name, title, email, phone, expertise,
                            gender, via, given_at)
                        values (:request, :seat, :deputy, :state, :name, :title, nullif(:email, ''), :phone, :expertise,
                            :gender, :via, :now) returning id"""), draft)
                .param("request", request.value())
                .param("seat", draft.seat())
                .param("deputy", draft.deputy())
                .param("state", state.name())
                .param("via", via.name())
                .param("now", RequestTable.utc(now))
                .query(Long.class)
                .single();
    }

    void change(long id, NomineeDraft draft) {
        values(jdbc.sql("""
                        update hyte.nominee set name = :name, title = :title, email = nullif(:email, ''), phone = :phone,
                            expertise = :expertise, gender = :gender, version = version + 1
                        where id = :id"""), draft).param("id", id).update();
    }

    /** As the answer says: for a seat, or as the second candidate for it. */
    void add(RequestId request, NomineeDraft draft, RequestVia via, Instant now) {
        add(request, draft, draft.state(), via, now);
    }

    /** @param now when a state begins that ends the person's time in the seat; it is kept for the rule of retention */
    void setState(long id, NomineeState state, Instant now) {
        jdbc.sql("update hyte.nominee set state = :state, ended_at = :ended, version = version + 1 where id = :id")
                .param("state", state.name())
                .param("ended", state.isOver() ? RequestTable.utc(now) : null)
                .param("id", id)
                .update();
    }

    /** One who came after the body was composed. */
    void appoint(long id) {
        jdbc.sql("update hyte.nominee set appointed = true where id = :id")
                .param("id", id)
                .update();
    }

    void remove(List<Nominee> nominees) {
        jdbc.sql("delete from hyte.nominee where id = any (:ids)")
                .param("ids", nominees.stream().map(Nominee::id).toArray(Long[]::new))
                .update();
    }

    /** @return false where nobody of this id has a seat of the round */
    boolean leaveOut(RoundId round, long id, boolean out) {
        return jdbc.sql("""
                        update hyte.nominee n set left_out = :out, version = n.version + 1 from hyte.nomination_request q
                        where q.id = n.request_id and q.round_id = :round and n.id = :id and n.state = 'CURRENT'""")
                        .param("round", round.value())
                        .param("id", id)
                        .param("out", out)
                        .update()
                == 1;
    }

    /** All who have a seat of the round and are not left out. */
    void appoint(RoundId round) {
        jdbc.sql("""
                        update hyte.nominee n set appointed = true, version = n.version + 1 from hyte.nomination_request q
                        where q.id = n.request_id and q.round_id = :round and n.state = 'CURRENT' and not n.left_out""").param("round", round.value()).update();
    }

    /** Of the tenant; those of other tenants are left out. */
    List<Nominee> find(MunicipalityCode council, Collection<Long> ids) {
        return jdbc.sql(SELECT + """
                        join hyte.nomination_round r on r.id = q.round_id
                        where r.municipality_code = :council and n.id = any (:ids)""")
                .param("council", council.value())
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> nominee(row))
                .list();
    }

    void writeTo(long id, String address) {
        jdbc.sql("update hyte.nominee set email = :email, version = version + 1 where id = :id")
                .param("email", address)
                .param("id", id)
                .update();
    }

    void taskOpened(long id, String taskId) {
        jdbc.sql("update hyte.nominee set task_id = :task where id = :id")
                .param("task", taskId)
                .param("id", id)
                .update();
    }

    private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, NomineeDraft draft) {
        return statement
                .param("name", draft.name())
                .param("title", draft.title())
                .param("email", draft.email())
                .param("phone", draft.phone())
                .param(
                        "expertise",
                        draft.expertise() == null ? null : draft.expertise().name())
                .param("gender", draft.gender().name());
    }

    private static Nominee nominee(ResultSet row) throws SQLException {
        String expertise = row.getString("expertise");
        return new Nominee(
                row.getLong("id"),
                new RequestId(row.getLong("request_id")),
                new OrganisationId(row.getLong("organisation_id")),
                row.getString("organisation_fi"),
                row.getString("organisation_sv"),
                row.getInt("seat"),
                row.getBoolean("deputy"),
                NomineeState.valueOf(row.getString("state")),
                row.getString("name"),
                row.getString("title"),
                row.getString("email"),
                row.getString("phone"),
                expertise == null ? null : Expertise.valueOf(expertise),
                Gender.valueOf(row.getString("gender")),
                RequestVia.valueOf(row.getString("via")),
                Objects.requireNonNull(row.getObject("given_at", OffsetDateTime.class))
                        .toInstant(),
                row.getBoolean("left_out"),
                row.getBoolean("appointed"));
    }
}
