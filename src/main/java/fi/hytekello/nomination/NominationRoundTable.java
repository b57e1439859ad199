package fi.hytekello.nomination;

import fi.hytekello.body.BodyId;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.municipality.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of rounds; the rows of their requests are those of {@link RoundRequests}. */
@Repository
class NominationRoundTable {

    private static final String CLAUSES = Arrays.stream(RoundClause.values())
            .map(clause -> clause.column() + " = :" + clause.name())
            .collect(Collectors.joining(", "));

    private static final String UPDATE = """
            update hyte.nomination_round set text_fi = :textFi, text_sv = :textSv, first_meeting = :meeting,
                signatory_one = :one, signatory_two = :two, diary_number = :diary, due_on = :due,
                short_accepted = :accepted, version = version + 1, %s
            where id = :id and version = :version and state = 'PREPARING'""".formatted(CLAUSES);

    private final JdbcClient jdbc;

    NominationRoundTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<Round> of(MunicipalityCode keeper) {
        return read("r.municipality_code = :keeper order by r.id desc", Map.of("keeper", keeper.value()));
    }

    Optional<Round> find(RoundId id) {
        return read("r.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    List<Round> all(Collection<RoundId> ids) {
        return read(
                "r.id in (:ids)", Map.of("ids", ids.stream().map(RoundId::value).toList()));
    }

    Optional<Round> underWay(BodyId body) {
        return read(
                        "r.body_id = :body and r.state in ('PREPARING', 'IN_APPROVAL', 'OPEN')",
                        Map.of("body", body.value()))
                .stream()
                .findFirst();
    }

    /** Two who begin at once: the table takes one of them. */
    RoundId insert(MunicipalityCode keeper, BodyId body, RoundDraft draft) {
        return new RoundId(jdbc.sql("""
                        insert into hyte.nomination_round (municipality_code, body_id, text_fi, text_sv, first_meeting,
                            signatory_one, signatory_two, due_on)
                        values (:keeper, :body, :textFi, :textSv, :meeting, :one, :two, :due)
                        returning id""")
                .paramSource(values(draft).addValue("keeper", keeper.value()).addValue("body", body.value()))
                .query(Long.class)
                .single());
    }

    /** @return false where it has left the coordinator, or somebody changed it meanwhile */
    boolean update(RoundId id, RoundDraft draft, int version) {
        MapSqlParameterSource values = values(draft).addValue("id", id.value()).addValue("version", version);
        Arrays.stream(RoundClause.values())
                .forEach(
                        clause -> values.addValue(clause.name(), draft.clauses().contains(clause)));
        return jdbc.sql(UPDATE).paramSource(values).update() == 1;
    }

    /** @return false where it is not in the state any more */
    boolean move(RoundId id, RoundState from, RoundState to, @Nullable String comment) {
        return jdbc.sql("""
                        update hyte.nomination_round set state = :to, return_comment = coalesce(:comment, return_comment),
                            version = version + 1
                        where id = :id and state = :from""")
                        .param("id", id.value())
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("comment", comment)
                        .update()
                == 1;
    }

    /** @return false where it does not wait for approval any more */
    boolean open(RoundId id, Instant at, Instant dueAt) {
        return jdbc.sql("""
                        update hyte.nomination_round set state = 'OPEN', requested_at = :at, due_at = :due,
                            return_comment = null, version = version + 1
                        where id = :id and state = 'IN_APPROVAL'""")
                        .param("id", id.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("due", dueAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** One that is open has a later deadline; an earlier one changes nothing. */
    void extended(RoundId id, LocalDate on, Instant at) {
        jdbc.sql("""
                        update hyte.nomination_round set due_on = :on, due_at = :at, version = version + 1
                        where id = :id and state = 'OPEN' and due_at < :at""")
                .param("id", id.value())
                .param("on", on)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static MapSqlParameterSource values(RoundDraft draft) {
        return new MapSqlParameterSource("textFi", draft.textFi())
                .addValue("textSv", draft.textSv())
                .addValue("meeting", draft.firstMeeting())
                .addValue("one", draft.signatoryOne())
                .addValue("two", draft.signatoryTwo())
                .addValue("diary", draft.diaryNumber())
                .addValue("due", draft.dueOn())
                .addValue("accepted", draft.warningsAccepted());
    }

    /** Two statements, however many rounds. */
    private List<Round> read(String which, Map<String, ?> parameters) {
        Map<Long, Set<OrganisationId>> chosen = new HashMap<>();
        jdbc.sql("select q.round_id, q.organisation_id from hyte.nomination_request q where q.round_id in"
                        + " (select r.id from hyte.nomination_round r where " + which + ")")
                .params(parameters)
                .query(row -> {
                    chosen.computeIfAbsent(row.getLong("round_id"), none -> new HashSet<>())
                            .add(new OrganisationId(row.getLong("organisation_id")));
                });
        return jdbc.sql(
                        "select r.*, b.name_fi, b.name_sv from hyte.nomination_round r join hyte.body b on b.id = r.body_id"
                                + " where " + which)
                .params(parameters)
                .query((row, n) -> round(row, chosen.getOrDefault(row.getLong("id"), Set.of())))
                .list();
    }

    private static Round round(ResultSet row, Set<OrganisationId> chosen) throws SQLException {
        return new Round(
                new RoundId(row.getLong("id")),
                new MunicipalityCode(row.getString("municipality_code")),
                new BodyId(row.getLong("body_id")),
                row.getString("name_fi"),
                row.getString("name_sv"),
                RoundState.valueOf(row.getString("state")),
                draft(row, chosen),
                instant(row, "due_at"),
                row.getString("return_comment"),
                instant(row, "requested_at"),
                row.getInt("version"));
    }

    private static RoundDraft draft(ResultSet row, Set<OrganisationId> chosen) throws SQLException {
        Set<RoundClause> clauses = new HashSet<>();
        for (RoundClause clause : RoundClause.values()) {
            if (row.getBoolean(clause.column())) {
                clauses.add(clause);
            }
        }
        return new RoundDraft(
                row.getString("text_fi"),
                row.getString("text_sv"),
                clauses,
                row.getString("first_meeting"),
                row.getString("signatory_one"),
                row.getString("signatory_two"),
                row.getString("diary_number"),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("short_accepted"),
                chosen);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
