package fi.hytekello.municipality;

/**
 * Standing in for an absent person in one municipality, today.
 *
 * @param absence id of the absence
 * @param absent with the roles that the deputy holds meanwhile: those of that municipality but the administrator's,
 *     which is not delegated
 */
public record Deputyship(long absence, Person absent) {}
