package fi.hytekello.notification;

import java.util.List;

/** Whom to tell what about a task that waits; kept as a decision table, so a port. */
@FunctionalInterface
public interface ReminderPolicy {

    /** The table as it stands now; to be asked for anew for each question, as a corrected table counts at once. */
    Table newest();

    /** One version of the table. */
    @FunctionalInterface
    interface Table {

        /** What the situation calls for, nothing in most of them. */
        List<Telling> tellings(Situation situation);
    }
}
