package fi.hytekello.consultation;

import java.util.List;

/** How far the contact with a municipality is. */
public enum ContactState {
    /** Nothing is agreed yet. */
    OPEN,
    /** A day is agreed. */
    AGREED,
    HEARD,
    /** Tried in vain, with a reason. */
    NOT_REACHED,
    /** The coordinator ended the consultation before, with a reason. */
    MISSED;

    /** Those that a person may choose. */
    public static final List<ContactState> CHOICES = List.of(OPEN, AGREED, HEARD, NOT_REACHED);

    /** True where nothing more is to be done. */
    public boolean isEnd() {
        return this == HEARD || this == NOT_REACHED || this == MISSED;
    }
}
