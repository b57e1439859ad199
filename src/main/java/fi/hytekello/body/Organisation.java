package fi.hytekello.body;

import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MunicipalityCode;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as one tenant keeps it.
 *
 * @param keeper the regional council or municipality whose register this is
 * @param language of its mails
 * @param registryEmail where letters go; null while unknown, and then none can be sent
 * @param expertEmail who gets letters for information
 * @param managementTitleFi of the post that leads it, empty where unknown
 * @param managementEmail whom an unanswered request is taken to
 * @param represents the municipality that it is, null for all others
 * @param validUntil last day, null while no end is known
 * @param successor where its work goes on after that day; null while it goes on itself, and where it was dissolved
 * @param version counts the changes
 */
public record Organisation(
        OrganisationId id,
        MunicipalityCode keeper,
        OrganisationKind kind,
        String nameFi,
        String nameSv,
        Locale language,
        @Nullable String registryEmail,
        @Nullable String expertEmail,
        String managementTitleFi,
        String managementTitleSv,
        @Nullable String managementEmail,
        @Nullable MunicipalityCode represents,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable OrganisationId successor,
        int version) {

    public String name(Locale locale) {
        return Languages.isSwedish(locale) ? nameSv : nameFi;
    }

    public String managementTitle(Locale locale) {
        return Languages.isSwedish(locale) ? managementTitleSv : managementTitleFi;
    }

    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }

    public boolean hasEndedOn(LocalDate day) {
        return validUntil != null && day.isAfter(validUntil);
    }

    /** The same as a draft, to be changed. */
    public OrganisationDraft draft() {
        return new OrganisationDraft(
                kind,
                nameFi,
                nameSv,
                language,
                registryEmail,
                expertEmail,
                managementTitleFi,
                managementTitleSv,
                managementEmail,
                represents,
                validFrom,
                validUntil);
    }
}
