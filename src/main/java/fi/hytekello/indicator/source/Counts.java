package fi.hytekello.indicator.source;

/**
 * What became of the rows of an import.
 *
 * @param changed those whose value, figure or status was another before; each is kept as a revision
 * @param refused those that were not taken
 */
public record Counts(int read, int added, int changed, int unchanged, int refused) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** Nothing was taken. */
    static Counts refused(int read, int refused) {
        return new Counts(read, 0, 0, 0, refused);
    }

    Counts alsoRefused(int more) {
        return new Counts(read + more, added, changed, unchanged, refused + more);
    }
}
