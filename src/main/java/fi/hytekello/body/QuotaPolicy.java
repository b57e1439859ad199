package fi.hytekello.body;

/**
 * What follows when a body has too few women or men (Act 609/1986 § 4a): whether the section binds a regional group
 * without power of decision is open (domain chapter 1.4), so the keeper of the body chooses.
 */
public enum QuotaPolicy {
    /** The composition is not decided without a stored reason. */
    ENFORCE,
    /** It is told, and that is all. */
    ADVISE,
    OFF
}
