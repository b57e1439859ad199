package fi.hytekello.body;

import fi.hytekello.municipality.MunicipalityCode;

/** A body has been added to a tenant's register; published in the same transaction. */
public record BodyAdded(BodyId id, MunicipalityCode keeper) {}
