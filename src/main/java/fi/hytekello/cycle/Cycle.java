package fi.hytekello.cycle;

import fi.hytekello.municipality.MunicipalityCode;

/** The wellbeing work of one municipality in one year (järjestämislaki 612/2021 § 6: yearly report to the council). */
public record Cycle(CycleId id, MunicipalityCode municipality, int year, Kind kind, State state) {

    /** {@code BROAD}: the report and plan of a council term; {@code ANNUAL}: every other year. */
    public enum Kind {
        ANNUAL,
        BROAD
    }

    /** {@code PREPARING} until the manager has confirmed the calendar. */
    public enum State {
        PREPARING,
        RUNNING,
        ENDED
    }

    /** The natural id, such as {@code 178/2027}; the engine's business key. */
    public String businessKey() {
        return municipality + "/" + year;
    }
}
