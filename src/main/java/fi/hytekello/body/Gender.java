package fi.hytekello.body;

/** For the quota alone (Act 609/1986 § 4a); nobody has to say. */
public enum Gender {
    WOMAN,
    MAN,
    NOT_STATED
}
