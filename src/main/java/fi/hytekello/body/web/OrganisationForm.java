package fi.hytekello.body.web;

import fi.hytekello.body.Organisation;
import fi.hytekello.body.OrganisationDraft;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.OrganisationKind;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.FormFields;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between an organisation and its form. */
final class OrganisationForm {

    private OrganisationForm() {}

    static Map<String, String> empty(LocalDate today) {
        return Map.of("kind", OrganisationKind.MUNICIPALITY.name(), "language", "fi", "validFrom", today.toString());
    }

    static Map<String, String> of(Organisation one) {
        Map<String, String> form = new HashMap<>();
        form.put("kind", one.kind().name());
        form.put("nameFi", one.nameFi());
        form.put("nameSv", one.nameSv());
        form.put("language", one.language().getLanguage());
        form.put("registryEmail", text(one.registryEmail()));
        form.put("expertEmail", text(one.expertEmail()));
        form.put("managementTitleFi", one.managementTitleFi());
        form.put("managementTitleSv", one.managementTitleSv());
        form.put("managementEmail", text(one.managementEmail()));
        form.put("represents", text(one.represents()));
        form.put("validFrom", one.validFrom().toString());
        form.put("validUntil", text(one.validUntil()));
        form.put("version", Integer.toString(one.version()));
        return form;
    }

    static OrganisationDraft draft(FormFields form) {
        return new OrganisationDraft(
                form.choice("kind", OrganisationKind.class),
                form.text("nameFi"),
                form.text("nameSv"),
                "sv".equals(form.text("language")) ? Languages.SWEDISH : Languages.FINNISH,
                form.text("registryEmail"),
                form.text("expertEmail"),
                form.text("managementTitleFi"),
                form.text("managementTitleSv"),
                form.text("managementEmail"),
                represents(form),
                form.requiredDate("validFrom"),
                form.date("validUntil"));
    }

    private static @Nullable MunicipalityCode represents(FormFields form) {
        try {
            return form.has("represents") ? new MunicipalityCode(form.text("represents")) : null;
        } catch (IllegalArgumentException tampered) {
            throw new InvalidInput("represents", "problem.answer.choice");
        }
    }

    /** The organisation that a field names, null where it is empty. */
    static @Nullable OrganisationId organisation(FormFields form, String field) {
        try {
            return form.has(field) ? new OrganisationId(Long.parseLong(form.text(field))) : null;
        } catch (NumberFormatException tampered) {
            throw new InvalidInput(field, "problem.answer.choice");
        }
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
