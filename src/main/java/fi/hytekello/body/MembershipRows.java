package fi.hytekello.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Between the table's rows and memberships. */
final class MembershipRows {

    static final String INSERT = """
            insert into hyte.membership (body_id, role, organisation_id, name, title, email, phone, expertise, gender,
                starts_on, ends_on, affiliation_from, affiliation_until, invited_as, invited_on, invited_section)
            values (:body, :role, :organisation, :name, :title, :email, :phone, :expertise, :gender, :starts, :ends,
                :from, :until, :invitedAs, :invitedOn, :invitedSection)
            returning id""";

    /** The same of many; {@code :rows} is what {@link #rows} gives. */
    static final String INSERT_ALL = """
            insert into hyte.membership (body_id, role, organisation_id, name, title, email, phone, expertise, gender,
                starts_on, ends_on, affiliation_from, affiliation_until, invited_as, invited_on, invited_section)
            select :body, r.role, r.organisation, r.name, r.title, r.email, r.phone, r.expertise, r.gender, r.starts,
                r.ends, r."from", r."until", r."invitedAs", r."invitedOn", r."invitedSection"
            from jsonb_to_recordset(:rows::jsonb) as r (role text, organisation bigint, name text, title text,
                email text, phone text, expertise text, gender text, starts date, ends date, "from" date,
                "until" date, "invitedAs" text, "invitedOn" date, "invitedSection" text)
            returning id, role""";

    static final String UPDATE = """
            update hyte.membership set role = :role, organisation_id = :organisation, name = :name, title = :title,
                email = :email, phone = :phone, expertise = :expertise, gender = :gender, starts_on = :starts,
                ends_on = :ends, affiliation_from = :from, affiliation_until = :until, invited_as = :invitedAs,
                invited_on = :invitedOn, invited_section = :invitedSection, version = version + 1
            where id = :id and body_id = :body and version = :version""";

    private MembershipRows() {}

    static MapSqlParameterSource values(BodyId body, MembershipDraft draft) {
        OrganisationId organisation = draft.organisation();
        Expertise expertise = draft.expertise();
        Invitation invitation = draft.invitation();
        return new MapSqlParameterSource("body", body.value())
                .addValue("role", draft.role().name())
                .addValue("organisation", organisation == null ? null : organisation.value())
                .addValue("name", draft.name())
                .addValue("title", draft.title())
                .addValue("email", draft.email())
                .addValue("phone", draft.phone())
                .addValue("expertise", expertise == null ? null : expertise.name())
                .addValue("gender", draft.gender().name())
                .addValue("starts", draft.startsOn())
                .addValue("ends", draft.endsOn())
                .addValue("from", draft.affiliationFrom())
                .addValue("until", draft.affiliationUntil())
                .addValue(
                        "invitedAs", invitation == null ? null : invitation.as().name())
                .addValue("invitedOn", invitation == null ? null : invitation.decidedOn())
                .addValue("invitedSection", invitation == null ? "" : invitation.section());
    }

    /** The values of many rows as a JSON array, with days as in {@code 2027-01-15}. */
    static String rows(BodyId body, List<MembershipDraft> drafts, ObjectMapper json) {
        try {
            return json.writeValueAsString(
                    drafts.stream().map(draft -> row(body, draft)).toList());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, @Nullable Object> row(BodyId body, MembershipDraft draft) {
        Map<String, @Nullable Object> row = new HashMap<>(values(body, draft).getValues());
        row.replaceAll((column, value) -> value instanceof LocalDate day ? day.toString() : value);
        return row;
    }

    static Membership membership(ResultSet row) throws SQLException {
        String expertise = row.getString("expertise");
        return new Membership(
                row.getLong("id"),
                new BodyId(row.getLong("body_id")),
                new MembershipDraft(
                        MemberRole.valueOf(row.getString("role")),
                        BodyRows.organisation(row.getObject("organisation_id", Long.class)),
                        row.getString("name"),
                        row.getString("title"),
                        row.getString("email"),
                        row.getString("phone"),
                        expertise == null ? null : Expertise.valueOf(expertise),
                        Gender.valueOf(row.getString("gender")),
                        Objects.requireNonNull(row.getObject("starts_on", LocalDate.class)),
                        row.getObject("ends_on", LocalDate.class),
                        row.getObject("affiliation_from", LocalDate.class),
                        row.getObject("affiliation_until", LocalDate.class),
                        invitation(row)),
                row.getInt("version"));
    }

    private static @Nullable Invitation invitation(ResultSet row) throws SQLException {
        String as = row.getString("invited_as");
        return as == null
                ? null
                : new Invitation(
                        InvitedAs.valueOf(as),
                        Objects.requireNonNull(row.getObject("invited_on", LocalDate.class)),
                        row.getString("invited_section"));
    }
}
