package fi.hytekello.body;

import fi.hytekello.municipality.MunicipalityCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The last day of an organisation has become known; published in the same transaction.
 *
 * @param successor where its work goes on; null where it is dissolved
 */
public record OrganisationEnds(
        MunicipalityCode keeper,
        OrganisationId id,
        LocalDate last,
        @Nullable OrganisationId successor) {}
