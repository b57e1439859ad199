package fi.hytekello.budget;

import java.util.Locale;

/** What finance brings in from the accounting system. */
public enum ImportKind {
    LINES,
    FRAMES,
    REALISATION;

    /** As it stands in addresses. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
