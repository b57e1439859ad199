package fi.hytekello.municipality;

/** The way to the engine: its copy of our people, by which the Tasklist knows who sees what. */
public interface Identities {

    /**
     * Adds what the engine lacks, takes away what our tables no longer have, and gives the groups their rights.
     *
     * @param password of the users added now; the engine keeps only its salted hash
     */
    void mirror(String password);

    /** Gives every user this password. */
    void changePasswords(String password);
}
