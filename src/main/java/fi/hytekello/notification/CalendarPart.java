package fi.hytekello.notification;

/**
 * An event for the recipient's calendar: an iCalendar object (RFC 5545, RFC 6047).
 *
 * @param method {@code REQUEST} or {@code CANCEL}
 */
public record CalendarPart(String method, String fileName, String text) {

    public CalendarPart {
        if (!method.equals("REQUEST") && !method.equals("CANCEL")) {
            throw new IllegalArgumentException("An event is requested or cancelled, not " + method);
        }
        fileName = OneLine.fileName(fileName);
    }
}
