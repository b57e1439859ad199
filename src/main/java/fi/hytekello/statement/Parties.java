package fi.hytekello.statement;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register of those who give statements, kept by each municipality's coordinator. */
@Repository
public class Parties {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    Parties(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Councils first, in the order of {@link PartyKind}; those no longer valid too. */
    public List<Party> of(MunicipalityCode municipality) {
        return jdbc.sql("""
                        select p.* from hyte.statement_party p where p.municipality_code = :municipality
                        order by array_position(array['OLDER_PEOPLES_COUNCIL', 'DISABILITY_COUNCIL', 'YOUTH_COUNCIL', 'NGO'],
                            p.kind), p.name_fi, p.id""")
                .param("municipality", municipality.value())
                .query((row, n) -> party(row))
                .list();
    }

    public List<Party> validOn(MunicipalityCode municipality, LocalDate day) {
        return of(municipality).stream().filter(party -> party.isValidOn(day)).toList();
    }

    /** @throws InvalidInput naming the field that is missing or wrong */
    @Transactional
    public long add(MunicipalityCode municipality, PartyDraft draft) {
        draft.check();
        long id = values(jdbc.sql("""
                        insert into hyte.statement_party (municipality_code, kind, name_fi, name_sv, email, language,
                            basic_tasks, valid_from, valid_until)
                        values (:municipality, :kind, :fi, :sv, :email, :language, :tasks, :from, :until)
                        returning id"""), draft)
                .param("municipality", municipality.value())
                .query(Long.class)
                .single();
        audit.record(municipality, null, "party.added", "party:" + id, Map.of("kind", draft.kind()));
        return id;
    }

    /**
     * @param version the one that the writer saw
     * @throws InvalidInput naming the field that is missing or wrong
     * @throws NotFound when the party is another municipality's
     * @throws Conflict when somebody changed it meanwhile
     */
    @Transactional
    public void change(MunicipalityCode municipality, long id, PartyDraft draft, int version) {
        draft.check();
        if (of(municipality).stream().noneMatch(party -> party.id() == id)) {
            throw new NotFound("problem.party.unknown");
        }
        int changed = values(jdbc.sql("""
                        update hyte.statement_party set kind = :kind, name_fi = :fi, name_sv = :sv, email = :email,
                            language = :language, basic_tasks = :tasks, valid_from = :from, valid_until = :until,
                            version = version + 1
                        where id = :id and version = :version"""), draft)
                .param("id", id)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new Conflict("problem.party.changed");
        }
        audit.record(municipality, null, "party.changed", "party:" + id, Map.of("kind", draft.kind()));
    }

    /** Those of these ids that are this municipality's, in no order. */
    List<Party> find(MunicipalityCode municipality, Collection<Long> ids) {
        return jdbc.sql(
                        "select p.* from hyte.statement_party p where p.municipality_code = :municipality and p.id = any(:ids)")
                .param("municipality", municipality.value())
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> party(row))
                .list();
    }

    /** Keeps another address, a valid one, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    void writeTo(MunicipalityCode municipality, long id, String email) {
        jdbc.sql("""
                        update hyte.statement_party set email = :email, version = version + 1
                        where id = :id and municipality_code = :municipality""")
                .param("email", email)
                .param("id", id)
                .param("municipality", municipality.value())
                .update();
        audit.record(municipality, null, "party.changed", "party:" + id, Map.of());
    }

    private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, PartyDraft draft) {
        return statement
                .param("kind", draft.kind().name())
                .param("fi", draft.nameFi())
                .param("sv", draft.nameSv())
                .param("email", draft.email())
                .param("language", draft.language().getLanguage())
                .param("tasks", draft.basicTasks())
                .param("from", draft.validFrom())
                .param("until", draft.validUntil());
    }

    /** Reads a row that has all columns of the register. */
    static Party party(ResultSet row) throws SQLException {
        return new Party(
                row.getLong("id"),
                new MunicipalityCode(row.getString("municipality_code")),
                PartyKind.valueOf(row.getString("kind")),
                row.getString("name_fi"),
                row.getString("name_sv"),
                row.getString("email"),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("basic_tasks"),
                Objects.requireNonNull(row.getObject("valid_from", LocalDate.class)),
                row.getObject("valid_until", LocalDate.class),
                row.getInt("version"));
    }
}
