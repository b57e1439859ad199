package fi.hytekello.absence;

/** The way to the engine, which lets absences begin and end in time. */
public interface AbsenceProcess {

    void begin(Absence absence);

    /** Period or deputy are others now, or the absence was ended early. */
    void changed(Absence absence);

    /** It will not begin. */
    void cancelled(Absence absence);
}
