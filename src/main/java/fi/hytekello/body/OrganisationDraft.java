package fi.hytekello.body;

import fi.hytekello.municipality.EmailAddresses;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An organisation as it is to stand in the register; components as in {@link Organisation}. */
public record OrganisationDraft(
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
        @Nullable LocalDate validUntil) {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_TITLE = 120;

    public OrganisationDraft {
        nameFi = nameFi.strip();
        nameSv = nameSv.isBlank() ? nameFi : nameSv.strip();
        managementTitleFi = managementTitleFi.strip();
        managementTitleSv = managementTitleSv.isBlank() ? managementTitleFi : managementTitleSv.strip();
        registryEmail = orNull(registryEmail);
        expertEmail = orNull(expertEmail);
        managementEmail = orNull(managementEmail);
        represents = kind == OrganisationKind.MUNICIPALITY ? represents : null;
    }

    /** @throws InvalidInput naming the first field that is missing or wrong */
    void check() {
        Checks.present("nameFi", nameFi);
        Checks.limit("nameFi", nameFi, LONGEST_NAME);
        Checks.limit("nameSv", nameSv, LONGEST_NAME);
        address("registryEmail", registryEmail);
        address("expertEmail", expertEmail);
        Checks.limit("managementTitleFi", managementTitleFi, LONGEST_TITLE);
        Checks.limit("managementTitleSv", managementTitleSv, LONGEST_TITLE);
        address("managementEmail", managementEmail);
        if (validUntil != null && validUntil.isBefore(validFrom)) {
            throw new InvalidInput("validUntil", "problem.party.validity");
        }
    }

    private static void address(String field, @Nullable String email) {
        if (email != null && !EmailAddresses.isOne(email)) {
            throw new InvalidInput(field, "problem.party.email");
        }
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
