package fi.hytekello.document;

import fi.hytekello.decision.Decisions;
import fi.hytekello.notification.Attachment;
import fi.hytekello.notification.Letter;
import fi.hytekello.notification.LetterAuthor;
import fi.hytekello.notification.MailContent;
import fi.hytekello.notification.MailContent.Fact;
import fi.hytekello.notification.MailWords;
import fi.hytekello.notification.NotificationKind;
import jakarta.mail.util.ByteArrayDataSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words the mails that bring published documents to the county's registry, and adds the files. */
@Component
class CountyLetters implements LetterAuthor {

    /** SHA-256 of nothing. */
    private static final String SAMPLE_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final DeliveryTable deliveries;
    private final Decisions decisions;
    private final MailWords words;

    CountyLetters(DeliveryTable deliveries, Decisions decisions, MailWords words) {
        this.deliveries = deliveries;
        this.decisions = decisions;
        this.words = words;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return Set.of(NotificationKind.COUNTY_DELIVERY);
    }

    @Override
    public List<MailContent> write(Letter letter) {
        String number = deliveries
                .occasion(letter.id())
                .flatMap(kind -> decisions.diaryNumber(letter.cycle(), kind.subject()))
                .orElse(null);
        return List.of(content(letter, deliveries.attachments(letter.id()), number));
    }

    @Override
    public List<MailContent> sample(Letter letter) {
        Locale in = letter.language();
        String year = Integer.toString(letter.year());
        Attachment report = new Attachment(
                DocumentKind.WELFARE_REPORT.slug() + "-1-" + in.getLanguage() + ".pdf",
                words.text("document.title.WELFARE_REPORT", in, year),
                SAMPLE_HASH,
                new ByteArrayDataSource(new byte[0], "application/pdf"));
        return List.of(content(letter, List.of(report), words.text("mail.sample.diaryNumber", in)));
    }

    private MailContent content(Letter letter, List<Attachment> files, @Nullable String diaryNumber) {
        Locale in = letter.language();
        // The first is what the delivery is about, the others belong to it.
        String name = files.isEmpty()
                ? words.text("mail.delivery.documents", in)
                : MailWords.small(files.get(0).title());
        return new MailContent(
                        in,
                        words.withDiaryNumber(
                                words.text("mail.delivery.subject", in, letter.municipality(), name), diaryNumber, in),
                        words.greeting(letter),
                        words.text("mail.delivery.lead", in, letter.municipality(), name),
                        files.stream().map(file -> fact(file, in)).toList(),
                        null,
                        words.text("mail.delivery.closing", in),
                        words.link(
                                "mail.delivery.open",
                                "/published/" + letter.municipalityCode() + "/" + letter.year(),
                                in))
                .with(files);
    }

    private Fact fact(Attachment file, Locale in) {
        return new Fact(file.title(), words.text("mail.delivery.attachment", in, file.name(), file.sha256()));
    }
}
