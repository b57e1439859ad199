package fi.hytekello.demo.simulation;

import fi.hytekello.document.Block;
import fi.hytekello.document.Document;
import fi.hytekello.document.DocumentRenderer;
import fi.hytekello.document.Format;
import fi.hytekello.document.Section;
import fi.hytekello.document.Text;
import fi.hytekello.municipality.Languages;
import fi.hytekello.nomination.NomineeDraft;
import fi.hytekello.platform.Dates;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How an organisation tells whom it names: its letter, and the extract of its minutes. */
@Component
class ScriptedExtract {

    private final DocumentRenderer documents;
    private final Script script;
    private final Dates dates;

    ScriptedExtract(DocumentRenderer documents, Script script, Dates dates) {
        this.documents = documents;
        this.script = script;
        this.dates = dates;
    }

    String letter(NominationCue cue, LocalDate decided) {
        String named = words("nomination.mail", cue, decided);
        String letter = cue.file().isEmpty() ? named : named + " " + script.text("nomination.mail.file");
        return letter + "\n\n" + words("nomination.mail.end", cue, decided);
    }

    byte[] pdf(NominationCue cue, LocalDate decided) {
        String title = script.text("nomination.extract");
        Document document = new Document(
                Languages.FINNISH,
                cue.organisation(),
                title,
                null,
                "",
                List.of(new Document.Fact(
                        script.text("nomination.extract.decided"),
                        plain(words("nomination.extract.when", cue, decided)))),
                List.of(new Section(
                        1,
                        plain(script.text("nomination.extract.heading")),
                        List.of(new Block.Paragraph(plain(words("nomination.extract.text", cue, decided)))))));
        return documents.render(document, Format.PDF);
    }

    /** {@code {0}} is the organisation, then who, when and § of the decision, then title and address of both. */
    private String words(String key, NominationCue cue, LocalDate decided) {
        List<NomineeDraft> named = cue.nominees();
        Object[] values = Stream.concat(
                        Stream.of(
                                cue.organisation(),
                                cue.row().get("by"),
                                dates.date(decided),
                                cue.row().get("section")),
                        named.stream().flatMap(one -> Stream.of(one.title(), one.email())))
                .toArray();
        return new MessageFormat(script.text(key), Languages.FINNISH).format(values);
    }

    private static Text plain(String text) {
        return new Text(text, null);
    }
}
