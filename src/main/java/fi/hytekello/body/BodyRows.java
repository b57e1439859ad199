package fi.hytekello.body;

import fi.hytekello.municipality.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Between the tables' rows and bodies. */
final class BodyRows {

    static final String INSERT = """
            insert into hyte.body (municipality_code, kind, name_fi, name_sv, short_name_fi, short_name_sv, task_fi,
                task_sv, set_by, set_on, set_section, basis, basis_ends_on, ends_on, meetings_min, meetings_max,
                quota_policy, rotation_years)
            values (:keeper, :kind, :nameFi, :nameSv, :shortFi, :shortSv, :taskFi, :taskSv, :setBy, :setOn, :section,
                :basis, :basisEnds, :ends, :min, :max, :quota, :rotation)
            returning id""";

    static final String UPDATE = """
            update hyte.body set kind = :kind, name_fi = :nameFi, name_sv = :nameSv, short_name_fi = :shortFi,
                short_name_sv = :shortSv, task_fi = :taskFi, task_sv = :taskSv, set_by = :setBy, set_on = :setOn,
                set_section = :section, basis = :basis, basis_ends_on = :basisEnds, ends_on = :ends,
                meetings_min = :min, meetings_max = :max, quota_policy = :quota, rotation_years = :rotation,
                version = version + 1
            where id = :id and municipality_code = :keeper and version = :version""";

    private BodyRows() {}

    static MapSqlParameterSource values(MunicipalityCode keeper, BodyDraft draft) {
        return new MapSqlParameterSource("keeper", keeper.value())
                .addValue("kind", draft.kind().name())
                .addValue("nameFi", draft.nameFi())
                .addValue("nameSv", draft.nameSv())
                .addValue("shortFi", draft.shortNameFi())
                .addValue("shortSv", draft.shortNameSv())
                .addValue("taskFi", draft.taskFi())
                .addValue("taskSv", draft.taskSv())
                .addValue("setBy", draft.setting().by())
                .addValue("setOn", draft.setting().on())
                .addValue("section", draft.setting().section())
                .addValue("basis", draft.basis())
                .addValue("basisEnds", draft.basisEndsOn())
                .addValue("ends", draft.endsOn())
                .addValue("min", draft.cadence().min())
                .addValue("max", draft.cadence().max())
                .addValue("quota", draft.quota().name())
                .addValue("rotation", draft.rotationYears());
    }

    static Body body(ResultSet row, List<Contact> contacts, List<SeatRule> seats) throws SQLException {
        BodyDraft content = new BodyDraft(
                BodyKind.valueOf(row.getString("kind")),
                row.getString("name_fi"),
                row.getString("name_sv"),
                row.getString("short_name_fi"),
                row.getString("short_name_sv"),
                row.getString("task_fi"),
                row.getString("task_sv"),
                new BodyDraft.Setting(
                        row.getString("set_by"),
                        row.getObject("set_on", LocalDate.class),
                        row.getString("set_section")),
                row.getString("basis"),
                row.getObject("basis_ends_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                new BodyDraft.Cadence(
                        row.getObject("meetings_min", Integer.class), row.getObject("meetings_max", Integer.class)),
                QuotaPolicy.valueOf(row.getString("quota_policy")),
                row.getObject("rotation_years", Integer.class),
                contacts,
                seats);
        return new Body(
                new BodyId(row.getLong("id")),
                new MunicipalityCode(row.getString("municipality_code")),
                content,
                row.getInt("version"));
    }

    static Contact contact(ResultSet row) throws SQLException {
        return new Contact(row.getString("title"), row.getString("email"), row.getString("phone"));
    }

    static SeatRule seatRule(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new SeatRule(
                kind == null ? null : OrganisationKind.valueOf(kind),
                organisation(row.getObject("organisation_id", Long.class)),
                row.getInt("min_seats"),
                row.getInt("max_seats"),
                row.getBoolean("deputies"));
    }

    static @Nullable OrganisationId organisation(@Nullable Long id) {
        return id == null ? null : new OrganisationId(id);
    }
}
