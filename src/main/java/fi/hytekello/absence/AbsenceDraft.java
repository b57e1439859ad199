package fi.hytekello.absence;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Username;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An absence as somebody asks for it.
 *
 * @param startsOn first day away
 * @param endsOn last day away
 * @param deputy null when nobody stands in
 */
public record AbsenceDraft(
        Username person,
        MunicipalityCode municipality,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable Username deputy) {}
