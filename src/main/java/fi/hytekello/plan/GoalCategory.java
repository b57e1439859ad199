package fi.hytekello.plan;

/** What kind of change a goal is after (R0-05). */
public enum GoalCategory {
    NARROWING_GAPS,
    PREVENTION,
    OTHER
}
