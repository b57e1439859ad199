package fi.hytekello.notification;

import jakarta.activation.DataSource;

/**
 * A file that a mail brings along.
 *
 * @param title for people, in the mail's language
 * @param sha256 hash of the content in hexadecimal
 */
public record Attachment(String name, String title, String sha256, DataSource content) {

    public Attachment {
        name = OneLine.fileName(name);
    }
}
