package fi.hytekello.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Mornings;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MailSender;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.OfficeWords;
import fi.hytekello.notification.process.PolicyFile;
import fi.hytekello.platform.Dates;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class MailContentTest {

    private static final Instant NOW = Instant.parse("2027-01-04T06:00:00Z");
    private static final UUID ID = UUID.fromString("0b6c1a52-0000-4000-8000-0123456789ab");

    private final MailWriter writer = writer();
    private MailSender sender = MailSender.NONE;

    /** @param more authors besides those of tasks and decisions */
    static MailWriter writer(LetterAuthor... more) {
        ResourceBundleMessageSource messages = messages();
        SiteSettings site = new SiteSettings(URI.create("https://hytekello.juva.example/"));
        MailSettings settings = new MailSettings("Hytekello <hytekello@juva.example>", null, true);
        BusinessDays businessDays = new BusinessDays();
        ReminderSchedule schedule =
                new ReminderSchedule(PolicyFile.reminders(), businessDays, new Mornings(businessDays));
        MailWords words = new MailWords(messages, new OfficeWords(messages), site);
        Dates dates = new Dates();
        List<LetterAuthor> authors = new ArrayList<>(List.of(more));
        authors.add(new TaskMails(words, dates, null, schedule));
        authors.add(new DecisionMails(words, dates));
        MailTexts texts = new MailTexts(authors, words);
        return new MailWriter(
                texts, new DigestTexts(words, messages, dates), new MailTemplates(messages), settings, site);
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/notification", "messages/decision", "messages/cycle");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Test
    void tellsInFinnishWhatIsToBeDoneWhereAndByWhen() throws Exception {
        MimeMessage mail = write(task(NotificationKind.TASK_NOTICE, Languages.FINNISH, "COORDINATOR", null));
        assertThat(mail.getSubject()).isEqualTo("Juva: Activity_X – viimeistään pe 15.1.2027 klo 16.00");
        assertThat(text(mail)).isEqualTo("""
                        Hyvä hyvinvointikoordinaattori,

                        Sinulle tai ryhmällesi on tullut uusi tehtävä.

                        Tehtävä: Activity_X
                        Kunta ja vuosi: Juva 2027
                        Määräaika: pe 15.1.2027 klo 16.00

                        Avaa tehtävä:
                        https://hytekello.juva.example/tasks/4711

                        Jos tehtävä on kesken 5 päivän kuluttua määräajasta, siitä kerrotaan kunnanjohtajalle.

                        --\s
                        Viestin lähetti Hytekello, hyvinvointityön vuosikello. Viestiin ei voi vastata.
                        Meddelandet skickades av Hytekello, årsklockan för välfärdsarbetet. Det går inte att svara på meddelandet.
                        """);
    }

    @Test
    void tellsInSwedishToWhoPrefersIt() throws Exception {
        MimeMessage mail = write(task(NotificationKind.LAST_REMINDER, Languages.SWEDISH, "DEPARTMENT", "Bildning"));
        assertThat(mail.getSubject())
                .isEqualTo("Juva, Bildning: sista påminnelsen: Activity_X – senast fre 15.1.2027 kl. 16.00");
        assertThat(text(mail))
                .startsWith("Bästa välfärdskoordinator,\n")
                .contains(
                        "Sektor: Bildning\n",
                        "Tidsfrist: fre 15.1.2027 kl. 16.00\n",
                        "Om uppgiften inte är klar 5 dagar efter tidsfristen informeras sektorchefen.",
                        "https://hytekello.juva.example/tasks/4711");
        assertThat(html(mail).selectFirst("html").attr("lang")).isEqualTo("sv");
        assertThat(mail.getContentLanguage()).containsExactly("sv");
    }

    @ParameterizedTest
    @EnumSource(
            value = NotificationKind.class,
            names = {
                "TASK_NOTICE",
                "FIRST_REMINDER",
                "LAST_REMINDER",
                "OVERDUE",
                "STILL_LATE",
                "ESCALATION",
                "RETURNED",
                "DECISION_MADE"
            })
    void saysTheSameInBothPartsAndLeavesNothingUnsaid(NotificationKind kind) throws Exception {
        for (Locale language : new Locale[] {Languages.FINNISH, Languages.SWEDISH}) {
            Letter letter = kind.isAboutTask()
                    ? task(kind, language, "FINANCE", null)
                    : decision(kind, language, Outcome.RETURNED, "Luvut puuttuvat.\nLisää ne.");
            MimeMessage mail = write(letter);
            assertThat(mail.getContentType()).startsWith("multipart/alternative");
            assertThat(part(mail, 0)).isEqualTo("text/plain; charset=UTF-8");
            assertThat(part(mail, 1)).isEqualTo("text/html; charset=UTF-8");
            Document html = html(mail);
            String plain = text(mail);
            assertThat(html.select("th, td, p, blockquote"))
                    .allSatisfy(
                            element -> assertThat(plain.replaceAll("\\s+", " ")).contains(element.text()));
            assertThat(html.title()).isEqualTo(mail.getSubject());
            assertThat(plain).contains(html.selectFirst("a").attr("href"));
            assertThat(plain + html).doesNotContain("{", "??").doesNotContainPattern("\\bnull\\b|\\bmail\\.");
        }
    }

    @Test
    void anEscalationSaysWhatIsLateSinceWhenAndWhoseTurnItIs() throws Exception {
        MimeMessage mail = write(task(NotificationKind.ESCALATION, Languages.FINNISH, "DEPARTMENT", "Sivistys"));
        assertThat(mail.getSubject())
                .isEqualTo("Juva, Sivistys: viivästys: Activity_X – määräaika oli pe 15.1.2027 klo 16.00");
        assertThat(text(mail))
                .contains("Määräaika: pe 15.1.2027 klo 16.00\n", "Kenen vuoro: Toimiala\n", "Toimiala: Sivistys\n")
                .contains("https://hytekello.juva.example/tasks/4711");
        MimeMessage toManager = write(task(NotificationKind.ESCALATION, Languages.FINNISH, "FINANCE", null));
        assertThat(text(toManager))
                .contains("Kenen vuoro: Talous\n", "https://hytekello.juva.example/cycles/7\n")
                .doesNotContain("/tasks/");
    }

    @Test
    void whoIsToldInPlaceOfAVacantPostOrAfterAnotherIsToldSo() throws Exception {
        Map<String, String> payload = Map.of(
                "name", "task.X.Activity_X",
                "task", "Activity_X",
                "turn", "DEPARTMENT",
                "due", "2027-01-15T14:00:00Z",
                "audience", "SECOND_LEVEL");
        assertThat(text(write(
                        letter(NotificationKind.ESCALATION, Languages.FINNISH, "Sivistys", payload, null, false))))
                .contains("odottaa sitä. Toimialan johtajalle on kerrottu jo aiemmin.\n");
        Map<String, String> vacant = new HashMap<>(payload);
        vacant.put("audience", "NEXT_LEVEL");
        vacant.put("vacant", "DEPARTMENT_DIRECTOR");
        assertThat(text(write(letter(NotificationKind.ESCALATION, Languages.FINNISH, "Sivistys", vacant, null, false))))
                .contains("odottaa sitä. Toimialalla ei ole johtajaa, joten tieto tulee sinulle.\n");
        assertThat(text(write(letter(NotificationKind.ESCALATION, Languages.SWEDISH, "Bildning", vacant, null, false))))
                .contains("Sektorn har ingen chef, och därför får du meddelandet.\n");
    }

    @Test
    void saysAfterHowManyDaysTheNextLevelHearsAsThePolicyHasIt() throws Exception {
        Map<String, String> correction = Map.of(
                "name", "task.X.Activity_X",
                "task", "Activity_X",
                "turn", "DEPARTMENT",
                "due", "2027-01-15T14:00:00Z",
                "taskKind", "CORRECTION");
        assertThat(text(write(
                        letter(NotificationKind.OVERDUE, Languages.FINNISH, "Sivistys", correction, null, false))))
                .contains("kesken 2 päivän kuluttua määräajasta, siitä kerrotaan toimialan johtajalle.");
    }

    @Test
    void aVacantLevelIsNotNamedAsTheOneThatWillHear() throws Exception {
        Map<String, String> payload = new HashMap<>(Map.of(
                "name", "task.X.Activity_X",
                "task", "Activity_X",
                "turn", "DEPARTMENT",
                "due", "2027-01-15T14:00:00Z",
                "next", "MANAGER"));
        assertThat(text(write(letter(NotificationKind.OVERDUE, Languages.FINNISH, "Sivistys", payload, null, false))))
                .contains("määräajasta, siitä kerrotaan kunnanjohtajalle.");
        payload.put("next", "");
        assertThat(text(write(letter(NotificationKind.OVERDUE, Languages.FINNISH, "Sivistys", payload, null, false))))
                .doesNotContain("siitä kerrotaan");
    }

    /** Those above have been told by then. */
    @Test
    void whoIsStillLateIsNotToldWhoWillHearOfIt() throws Exception {
        assertThat(text(write(task(NotificationKind.STILL_LATE, Languages.FINNISH, "DEPARTMENT", "Sivistys"))))
                .contains("Saat tämän viestin viikon välein, kunnes tehtävä on tehty.")
                .doesNotContain("siitä kerrotaan");
    }

    @Test
    void aReturnCarriesTheCommentAsItWasWritten() throws Exception {
        MimeMessage mail = write(decision(
                NotificationKind.RETURNED, Languages.FINNISH, Outcome.RETURNED, "Luvut <puuttuvat> & lähde.\nLisää."));
        assertThat(mail.getSubject())
                .isEqualTo(
                        "Juva: hyvinvointiraportti palautettiin uudelleen valmisteltavaksi (kunnanhallitus 31.5.2027), dnro"
                                + " 178/00.01.02/2027");
        assertThat(text(mail))
                .contains(
                        "Hyvinvointiraportti palautettiin uudelleen valmisteltavaksi.",
                        "Päättäjä: Kunnanhallitus\n",
                        "Päätöspäivä: ma 31.5.2027\n",
                        "Pykälä: § 112\n",
                        "Diaarinumero: 178/00.01.02/2027\n",
                        "Pöytäkirja: https://juva.example/ptk/112\n",
                        "Perustelu:\nLuvut <puuttuvat> & lähde.\nLisää.\n",
                        "https://hytekello.juva.example/tasks\n");
        assertThat(html(mail).selectFirst("blockquote").wholeText()).isEqualTo("Luvut <puuttuvat> & lähde.\nLisää.");
    }

    @Test
    void theDiaryNumberIsNamedOnceHoweverItWasTyped() {
        MailWords words = new MailWords(messages(), new OfficeWords(messages()), null);
        assertThat(words.withDiaryNumber("Juva: a", " Dnro. 5/2027 ", Languages.FINNISH))
                .isEqualTo("Juva: a, dnro 5/2027");
        assertThat(words.withDiaryNumber("Juva: a", "dnr 5/2027", Languages.SWEDISH))
                .isEqualTo("Juva: a, dnr 5/2027");
        assertThat(words.withDiaryNumber("Juva: a", " ", Languages.FINNISH)).isEqualTo("Juva: a");
        assertThat(words.withDiaryNumber("Juva: a", null, Languages.FINNISH)).isEqualTo("Juva: a");
    }

    @Test
    void aMunicipalityThatTakesAnswersSignsAndSaysWhereTheyGo() throws Exception {
        sender = new MailSender(
                "Juvan hyvinvointityö",
                "Välfärdsarbetet i Juva",
                "",
                "kirjaamo@juva.example",
                "Juvan kunta\nHyvinvointi <ja> terveys",
                "Juva kommun");
        MimeMessage fi = write(task(NotificationKind.TASK_NOTICE, Languages.FINNISH, "COORDINATOR", null));
        assertThat(((InternetAddress) fi.getFrom()[0]).getPersonal()).isEqualTo("Juvan hyvinvointityö");
        assertThat(((InternetAddress) fi.getFrom()[0]).getAddress()).isEqualTo("hytekello@juva.example");
        assertThat(fi.getHeader("Reply-To")).containsExactly("kirjaamo@juva.example");
        assertThat(text(fi)).endsWith("""
                        kerrotaan kunnanjohtajalle.

                        Juvan kunta
                        Hyvinvointi <ja> terveys

                        --\s
                        Viestin lähetti Hytekello, hyvinvointityön vuosikello. Vastaus viestiin menee osoitteeseen kirjaamo@juva.example.
                        Meddelandet skickades av Hytekello, årsklockan för välfärdsarbetet. Ett svar på meddelandet går till adressen kirjaamo@juva.example.
                        """);
        assertThat(html(fi).select("p[lang=fi]").eachText())
                .contains("Juvan kunta Hyvinvointi <ja> terveys")
                .noneMatch(line -> line.contains("ei voi vastata"));
        MimeMessage sv = write(task(NotificationKind.TASK_NOTICE, Languages.SWEDISH, "COORDINATOR", null));
        assertThat(((InternetAddress) sv.getFrom()[0]).getPersonal()).isEqualTo("Välfärdsarbetet i Juva");
        assertThat(text(sv)).contains("\nJuva kommun\n\n-- \n").doesNotContain("Juvan kunta");
    }

    @Test
    void aDigestIsSignedToo() throws Exception {
        sender = new MailSender("", "", "hyte@juva.example", "", "Juvan kunta", "");
        MimeMessage mail = write(
                "digest",
                List.of(
                        task(NotificationKind.TASK_NOTICE, Languages.FINNISH, "COORDINATOR", null),
                        task(NotificationKind.OVERDUE, Languages.FINNISH, "COORDINATOR", null)));
        assertThat(mail.getFrom()[0]).hasToString("Juva <hyte@juva.example>");
        assertThat(mail.getHeader("Reply-To")).isNull();
        assertThat(text(mail)).contains("/tasks\n\nJuvan kunta\n\n-- \n").contains("Viestiin ei voi vastata.");
        assertThat(html(mail).select("p[lang=fi]").eachText()).contains("Juvan kunta");
    }

    @Test
    void aCitysDecisionNamesItsOwnBoard() throws Exception {
        MimeMessage fi = write(decision(NotificationKind.DECISION_MADE, Languages.FINNISH, Outcome.NOTED, null, true));
        assertThat(fi.getSubject()).contains("(kaupunginhallitus 31.5.2027)");
        assertThat(text(fi)).contains("Päättäjä: Kaupunginhallitus\n");
        MimeMessage sv = write(decision(NotificationKind.DECISION_MADE, Languages.SWEDISH, Outcome.NOTED, null, true));
        assertThat(sv.getSubject()).contains("(stadsstyrelsen 31.5.2027)");
    }

    @Test
    void aTabledMatterTellsTheNextMeeting() throws Exception {
        MimeMessage mail = write(decision(NotificationKind.DECISION_MADE, Languages.FINNISH, Outcome.TABLED, null));
        assertThat(text(mail)).contains("Seuraava kokous: ma 14.6.2027\n");
    }

    @Test
    void theSubjectSaysForWhichBodyADecisionIsToBeRecorded() throws Exception {
        MimeMessage mail = write(letter(
                NotificationKind.TASK_NOTICE,
                Languages.FINNISH,
                null,
                Map.of("name", "task.X.Activity_X", "task", "Activity_X", "turn", "SECRETARY", "body", "COUNCIL"),
                null,
                false));
        assertThat(mail.getSubject()).isEqualTo("Juva, valtuusto: Activity_X");
    }

    @Test
    void isMarkedAsWrittenByAMachine() throws Exception {
        MimeMessage mail = write(task(NotificationKind.TASK_NOTICE, Languages.FINNISH, "COORDINATOR", null));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Id")).containsExactly("Hytekello <notifications.hytekello.juva.example>");
        assertThat(mail.getMessageID()).isEqualTo("<notification-" + ID + "@hytekello.juva.example>");
        assertThat(mail.getFrom()[0]).hasToString("Juva <hytekello@juva.example>");
        assertThat(mail.getHeader("To")).containsExactly("koordinaattori@juva.example");
        assertThat(mail.getSentDate()).isEqualTo("2027-01-04T06:00:00Z");
    }

    @Test
    void aLineBreakInANameBeginsNoHeader() throws Exception {
        Letter letter = task(NotificationKind.TASK_NOTICE, Languages.FINNISH, "DEPARTMENT", "A\r\nBcc: x@y.example");
        MimeMessage mail = write(letter);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).startsWith("Juva, A Bcc: x@y.example: ");
        assertThat(mail.getAllRecipients()).hasSize(1);
    }

    @Test
    void greetsAlsoWhoseTitleIsNotKnown() throws Exception {
        Letter letter = new Letter(
                ID,
                NotificationKind.TASK_NOTICE,
                "x@juva.example",
                Languages.FINNISH,
                0,
                null,
                null,
                new MunicipalityCode("178"),
                "Juva",
                false,
                new CycleId(7),
                2027,
                null,
                null,
                "4711",
                Map.of("name", "task.X.Activity_X", "task", "Activity_X", "turn", "COORDINATOR"),
                null);
        MimeMessage mail = write(letter);
        assertThat(mail.getSubject()).isEqualTo("Juva: Activity_X");
        assertThat(text(mail)).startsWith("Hei,\n").doesNotContain("Määräaika");
    }

    private static Letter task(NotificationKind kind, Locale language, String turn, @Nullable String department) {
        return letter(
                kind,
                language,
                department,
                Map.of(
                        "name", "task.X.Activity_X",
                        "task", "Activity_X",
                        "turn", turn,
                        "due", "2027-01-15T14:00:00Z"),
                null,
                false);
    }

    private static Letter decision(NotificationKind kind, Locale language, Outcome outcome, @Nullable String comment) {
        return decision(kind, language, outcome, comment, false);
    }

    private static Letter decision(
            NotificationKind kind, Locale language, Outcome outcome, @Nullable String comment, boolean city) {
        return letter(
                kind,
                language,
                null,
                Map.of("decision", "12", "document", "WELFARE_REPORT"),
                new Letter.Made(
                        Subject.WELFARE_REPORT,
                        DecidedBy.BOARD,
                        outcome,
                        comment,
                        LocalDate.of(2027, 5, 31),
                        "§ 112",
                        "178/00.01.02/2027",
                        "https://juva.example/ptk/112",
                        outcome == Outcome.TABLED ? LocalDate.of(2027, 6, 14) : null),
                city);
    }

    private static Letter letter(
            NotificationKind kind,
            Locale language,
            @Nullable String department,
            Map<String, String> payload,
            Letter.@Nullable Made decision,
            boolean city) {
        return new Letter(
                ID,
                kind,
                "koordinaattori@juva.example",
                language,
                0,
                Languages.isSwedish(language) ? "Välfärdskoordinator" : "Hyvinvointikoordinaattori",
                null,
                new MunicipalityCode("178"),
                "Juva",
                city,
                new CycleId(7),
                2027,
                department,
                null,
                kind.isAboutTask() ? "4711" : null,
                new HashMap<>(payload),
                decision);
    }

    private MimeMessage write(Letter letter) throws Exception {
        return write(letter.kind() + "_" + letter.language(), List.of(letter));
    }

    /** Writes the mail also into a file, for reading. */
    private MimeMessage write(String name, List<Letter> letters) throws Exception {
        Mail mail = new Mail(ID, NOW, NOW, null, sender, letters);
        MimeMessage message = writer.write(mail, Session.getInstance(new Properties()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        Path folder = Files.createDirectories(Path.of("target/mails"));
        Files.write(folder.resolve(name + ".eml"), bytes.toByteArray());
        assertThat(bytes.toString(StandardCharsets.US_ASCII)).doesNotContain("\uFFFD");
        return message;
    }

    private static String text(MimeMessage mail) throws Exception {
        return ((String) multipart(mail).getBodyPart(0).getContent()).replace("\r\n", "\n");
    }

    private static Document html(MimeMessage mail) throws Exception {
        return Jsoup.parse((String) multipart(mail).getBodyPart(1).getContent());
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        return multipart(mail).getBodyPart(index).getContentType();
    }

    private static MimeMultipart multipart(MimeMessage mail) throws IOException, jakarta.mail.MessagingException {
        return (MimeMultipart) mail.getContent();
    }
}
