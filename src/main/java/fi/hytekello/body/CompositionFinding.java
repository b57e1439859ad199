package fi.hytekello.body;

/** What a composition calls for, and why. */
public record CompositionFinding(Verdict verdict, Reason reason) {

    /** What is to be done. */
    public enum Verdict {
        OK,
        /** It is told to those who decide. */
        ADVISE,
        /** The composition cannot be decided as it is. */
        BLOCK
    }

    /** Why; each reason stands in the table {@code group-composition}. */
    public enum Reason {
        QUOTA_OFF,
        QUOTA_TOO_FEW,
        QUOTA_MET,
        QUOTA_NOT_KNOWN,
        QUOTA_NOT_MET,
        /** Not met, and a special reason is stored. */
        QUOTA_EXCUSED,
        FIELDS_TOO_FEW,
        FIELDS_ONE_SIDED,
        FIELDS_NOT_KNOWN,
        FIELDS_SPREAD
    }
}
