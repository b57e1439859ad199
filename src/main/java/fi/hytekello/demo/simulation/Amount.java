package fi.hytekello.demo.simulation;

/** How many measures the departments propose. */
public enum Amount {
    /** One or two a department: enough for every turn of the year. */
    FEW,
    /** Some 40 a municipality, as they really are. */
    ALL
}
