package fi.hytekello.calendar;

import java.time.LocalDate;

/** Where a deadline moves when its planned date is not a working day. */
public enum RollPolicy {
    FORWARD,
    NONE,
    BACKWARD;

    LocalDate roll(LocalDate planned, BusinessDays businessDays) {
        return switch (this) {
            case FORWARD -> businessDays.next(planned);
            case NONE -> planned;
            case BACKWARD -> businessDays.previous(planned);
        };
    }
}
