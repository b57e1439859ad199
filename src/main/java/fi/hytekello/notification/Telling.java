package fi.hytekello.notification;

/** What the reminder policy asks for: this notice, to these people, this urgently. */
public record Telling(NotificationKind notice, Audience audience, Urgency urgency) {

    boolean isTo(Audience audience) {
        return this.audience == audience;
    }
}
