package fi.hytekello.notification;

import fi.hytekello.municipality.OfficeWords;
import fi.hytekello.notification.MailContent.Fact;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words that the authors of mails share. */
@Component
public class MailWords {

    private static final Pattern DIARY =
            Pattern.compile("^(?:dnro|dnr|diaarinumero|diarienummer)\\b[.:]?\\s*", Pattern.CASE_INSENSITIVE);

    private final MessageSource messages;
    private final OfficeWords offices;
    private final SiteSettings site;

    public MailWords(MessageSource messages, OfficeWords offices, SiteSettings site) {
        this.messages = messages;
        this.offices = offices;
        this.site = site;
    }

    /** The text of this key; numbers among the arguments are written as the language writes them. */
    public String text(String key, Locale in, Object... arguments) {
        return messages.getMessage(key, arguments, in);
    }

    /** A text that names an office, as the letter's municipality calls it. */
    public String office(String key, Letter letter, Object... arguments) {
        return offices.text(key, letter.city(), letter.language(), arguments);
    }

    /** By the recipient's post, where it is known. */
    public String greeting(Letter letter) {
        Locale in = letter.language();
        return letter.title() == null
                ? text("mail.greeting.nobody", in)
                : text("mail.greeting", in, small(letter.title()));
    }

    /** @param label the last part of a key that begins {@code mail.fact.} */
    public Fact fact(String label, String value, Locale in) {
        return new Fact(text("mail.fact." + label, in), value);
    }

    /** Which municipality's which year a letter is about, or only whose matter where it is no year's. */
    public Fact municipality(Letter letter) {
        String year = letter.yearOrNull() == null ? "" : " " + letter.yearOrNull();
        return fact("municipality", letter.municipality() + year, letter.language());
    }

    /**
     * Where to go on.
     *
     * @param label key of what stands on the link
     * @param address a path of ours, which begins with a slash, or a full address
     */
    public Fact link(String label, String address, Locale in) {
        return new Fact(text(label, in), address.startsWith("/") ? site.link(address) : address);
    }

    /**
     * The subject by which a registry finds the matter.
     *
     * @param number as somebody typed it, with or without the word for it; null where the matter has none
     */
    public String withDiaryNumber(String subject, @Nullable String number, Locale in) {
        return number == null || number.isBlank()
                ? subject
                : text(
                        "mail.diaryNumber",
                        in,
                        subject,
                        DIARY.matcher(number.strip()).replaceFirst(""));
    }

    /** The name of the task that a letter is about. */
    String taskName(Letter letter) {
        String activity = Objects.requireNonNull(letter.payload().get("task"));
        String name = messages.getMessage(
                Objects.requireNonNull(letter.payload().get("name")), null, activity, letter.language());
        return name == null ? activity : name;
    }

    public static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    public static String small(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
