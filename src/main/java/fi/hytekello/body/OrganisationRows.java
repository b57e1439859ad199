package fi.hytekello.body;

import fi.hytekello.municipality.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Between the table's rows and organisations. */
final class OrganisationRows {

    static final String UPSERT = """
            insert into hyte.organisation (municipality_code, kind, name_fi, name_sv, language, registry_email,
                expert_email, management_title_fi, management_title_sv, management_email, represents, valid_from,
                valid_until)
            values (:keeper, :kind, :nameFi, :nameSv, :language, :registry, :expert, :titleFi, :titleSv, :management,
                :represents, :from, :until)
            on conflict (municipality_code, lower(name_fi)) do update set kind = excluded.kind,
                name_fi = excluded.name_fi, name_sv = excluded.name_sv, language = excluded.language,
                registry_email = excluded.registry_email, expert_email = excluded.expert_email,
                management_title_fi = excluded.management_title_fi,
                management_title_sv = excluded.management_title_sv, management_email = excluded.management_email,
                represents = excluded.represents, valid_from = excluded.valid_from,
                valid_until = excluded.valid_until, version = organisation.version + 1""";

    static final String INSERT = UPSERT.substring(0, UPSERT.indexOf("on conflict")) + "returning id";

    static final String UPDATE = """
            update hyte.organisation set kind = :kind, name_fi = :nameFi, name_sv = :nameSv, language = :language,
                registry_email = :registry, expert_email = :expert, management_title_fi = :titleFi,
                management_title_sv = :titleSv, management_email = :management, represents = :represents,
                valid_from = :from, valid_until = :until, version = version + 1
            where id = :id and municipality_code = :keeper and version = :version""";

    private OrganisationRows() {}

    static MapSqlParameterSource values(MunicipalityCode keeper, OrganisationDraft draft) {
        MunicipalityCode represents = draft.represents();
        return new MapSqlParameterSource("keeper", keeper.value())
                .addValue("kind", draft.kind().name())
                .addValue("nameFi", draft.nameFi())
                .addValue("nameSv", draft.nameSv())
                .addValue("language", draft.language().getLanguage())
                .addValue("registry", draft.registryEmail())
                .addValue("expert", draft.expertEmail())
                .addValue("titleFi", draft.managementTitleFi())
                .addValue("titleSv", draft.managementTitleSv())
                .addValue("management", draft.managementEmail())
                .addValue("represents", represents == null ? null : represents.value())
                .addValue("from", draft.validFrom())
                .addValue("until", draft.validUntil());
    }

    static Organisation organisation(ResultSet row) throws SQLException {
        return new Organisation(
                new OrganisationId(row.getLong("id")),
                new MunicipalityCode(row.getString("municipality_code")),
                OrganisationKind.valueOf(row.getString("kind")),
                row.getString("name_fi"),
                row.getString("name_sv"),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("registry_email"),
                row.getString("expert_email"),
                row.getString("management_title_fi"),
                row.getString("management_title_sv"),
                row.getString("management_email"),
                code(row.getString("represents")),
                Objects.requireNonNull(row.getObject("valid_from", LocalDate.class)),
                row.getObject("valid_until", LocalDate.class),
                BodyRows.organisation(row.getObject("successor_id", Long.class)),
                row.getInt("version"));
    }

    private static @Nullable MunicipalityCode code(@Nullable String value) {
        return value == null ? null : new MunicipalityCode(value);
    }
}
