package fi.hytekello.body;

import fi.hytekello.municipality.MunicipalityCode;

/** Somebody has come into a body, has left it or has another role there; published in the same transaction. */
public record MembersChanged(BodyId id, MunicipalityCode keeper) {}
