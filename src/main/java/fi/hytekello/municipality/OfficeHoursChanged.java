package fi.hytekello.municipality;

import java.time.LocalTime;

/**
 * The registry closes at another time from now on; told in the transaction of the change.
 *
 * @param officeCloses Europe/Helsinki
 */
public record OfficeHoursChanged(MunicipalityCode municipality, LocalTime officeCloses) {}
