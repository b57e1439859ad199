package fi.hytekello.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.audit.RetentionRound;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Mails are taken from a real mailbox, each once, and come to their matter or to the registry, whatever they are. */
@WholeTest
class InboxTest {

    private static final byte[] PDF = "%PDF-1.7 päätös".getBytes(StandardCharsets.UTF_8);
    private static final String AS_FILE = "Content-Disposition: attachment; filename=paatos.pdf";

    @Autowired
    WebApplicationContext web;

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    Inbox inbox;

    @Autowired
    MailReferences references;

    @Autowired
    MailboxReading reading;

    @Autowired
    MailboxPositions positions;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RetentionRound retention;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final List<MailArrived> arrived = new ArrayList<>();
    private Consumer<MailArrived> feature = arrived::add;
    private final ApplicationListener<PayloadApplicationEvent<MailArrived>> listener = new Listener();
    private Town council;
    private TestMailbox mailbox;
    private String tag;

    private final class Listener implements ApplicationListener<PayloadApplicationEvent<MailArrived>> {
        @Override
        public void onApplicationEvent(PayloadApplicationEvent<MailArrived> event) {
            feature.accept(event.getPayload());
        }
    }

    @BeforeEach
    void begin() throws Exception {
        context.addApplicationListener(listener);
        council = towns.makeRegionalCouncil();
        mailbox = new TestMailbox(council.code());
        tag = references.open(council.code(), "request:12", "Nimeämispyyntö, Koekunta", "Nominering, Provkommun");
    }

    @AfterEach
    void end() {
        context.removeApplicationListener(listener);
        mailbox.close();
    }

    @Test
    void givesAMailWithATagToItsMatterWithItsFile() throws Exception {
        mailbox.deliverFile("a1@kunta.example", "VS: Re: nimi [" + tag.toLowerCase(Locale.ROOT) + "]", AS_FILE, PDF);
        reading.read(mailbox.settings());
        MailArrived event = only();
        assertThat(event.tenant()).isEqualTo(council.code());
        assertThat(event.reference()).isEqualTo("request:12");
        InboxMail mail = inbox.get(event.mail(), council.code());
        assertThat(mail.state()).isEqualTo(InboxMail.State.MATCHED);
        assertThat(mail.sender()).isEqualTo("kirjaamo@kunta.example");
        assertThat(mail.text()).isEqualTo("Liitteenä päätös.");
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("paatos.pdf");
            assertThat(inbox.content(mail, file)).isEqualTo(PDF);
        });
        assertThat(mailbox.read()).containsExactly(true);
        assertThat(worklist.of(registry())).isEmpty();
    }

    @Test
    void findsTheFileInAMailThatTheRegistryForwardedAsAFile() throws Exception {
        mailbox.deliver(
                "From: kirjaamo@kunta.example",
                "Message-ID: <f1@kunta.example>",
                "Subject: FW: [" + tag + "]",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=o",
                "",
                "--o",
                "Content-Type: text/plain",
                "",
                "Ohessa.",
                "--o",
                "Content-Type: message/rfc822",
                "Content-Disposition: attachment; filename=viesti.eml",
                "",
                "From: sihteeri@kunta.example",
                "Subject: paatos",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=i",
                "",
                "--i",
                "Content-Type: text/html; charset=UTF-8",
                "",
                "<p>Lautakunta <b>nimesi</b> edustajan.</p><script>alert(1)</script>",
                "--i",
                "Content-Type: application/pdf; name=paatos.pdf",
                "Content-Disposition: inline; filename=paatos.pdf",
                "",
                "%PDF-1.7",
                "--i--",
                "--o--");
        reading.read(mailbox.settings());
        InboxMail mail = inbox.get(only().mail(), council.code());
        assertThat(mail.text())
                .contains("Ohessa.", "Lautakunta nimesi edustajan.")
                .doesNotContain("alert", "<");
        assertThat(mail.attachments()).extracting(InboxMail.Attachment::name).containsExactly("paatos.pdf");
    }

    @Test
    void knowsTheMatterByTheMailOfOursThatIsAnswered() throws Exception {
        String id = ourMail("request:12");
        mailbox.deliverText("r1@kunta.example", "Re: nimeäminen", "In-Reply-To: <notification-" + id + "@hytekello>");
        mailbox.deliverText(
                "r2@kunta.example", "Re: Re:", "References: <notification-" + id + "@hytekello> <other@kunta.example>");
        mailbox.deliverText(
                "r3@kunta.example", "Re:", "In-Reply-To: <notification-" + ourMail("request:13") + "@hytekello>");
        reading.read(mailbox.settings());
        assertThat(arrived).extracting(MailArrived::reference).containsExactly("request:12", "request:12");
        assertThat(worklist.of(registry())).hasSize(1);
    }

    @Test
    void leavesTagsOfOtherTenantsAndClosedMattersToTheRegistry() throws Exception {
        Town other = towns.makeRegionalCouncil();
        String foreign = references.open(other.code(), "request:12", "Muu", "Annan");
        references.close(council.code(), "request:12");
        mailbox.deliverText("c1@kunta.example", "Re: [" + tag + "]");
        mailbox.deliverText("c2@kunta.example", "Re: [" + foreign + "]");
        reading.read(mailbox.settings());
        assertThat(arrived).isEmpty();
        assertThat(worklist.of(registry())).hasSize(2);
        assertThat(references.open(council.code(), "request:12", "Uusi nimi", "Nytt namn"))
                .isEqualTo(tag);
    }

    @Test
    void takesEachMailOnceWhateverIsDeliveredReadOrForgotten() throws Exception {
        mailbox.deliverText("d1@kunta.example", "[" + tag + "]");
        reading.read(mailbox.settings());
        reading.read(mailbox.settings());
        mailbox.deliverText("d1@kunta.example", "[" + tag + "]");
        reading.read(mailbox.settings());
        // A node that died after storing a mail, before it noted how far it had come.
        jdbc.sql("update hyte.mailbox_position set last_uid = 0 where mailbox = :mailbox")
                .param("mailbox", mailbox.settings().key())
                .update();
        reading.read(mailbox.settings());
        assertThat(arrived).hasSize(1);
        assertThat(mails()).isEqualTo(1);
    }

    @Test
    void takesAMailThatSomebodyHasReadInTheMailboxButNoneFromBeforeItWasOurs() throws Exception {
        mailbox.deliverText("old@kunta.example", "Vanha");
        mailbox.markAsRead();
        reading.read(mailbox.settings());
        assertThat(mails()).isZero();
        mailbox.deliverText("e1@kunta.example", "[" + tag + "]");
        mailbox.markAsRead();
        reading.read(mailbox.settings());
        assertThat(arrived).hasSize(1);
    }

    @Test
    void passesOverWhatMachinesWriteAndKeepsNothingOfIt() throws Exception {
        mailbox.deliverText("g1@kunta.example", "Poissa: [" + tag + "]", "Auto-Submitted: auto-replied");
        mailbox.deliverText("g2@kunta.example", "[" + tag + "]", "Auto-Submitted: no");
        reading.read(mailbox.settings());
        assertThat(arrived).hasSize(1);
        assertThat(worklist.of(registry())).isEmpty();
        assertThat(jdbc.sql("""
                                select sender || subject || body from hyte.inbox_mail
                                where municipality_code = :council and state = 'AUTOMATIC'""")
                        .param("council", council.code().value())
                        .query(String.class)
                        .list())
                .containsExactly("");
    }

    @Test
    void tellsTheRegistryThatAMailOfOursDidNotArrive() throws Exception {
        mailbox.deliver(
                "From: MAILER-DAEMON@kunta.example",
                "Message-ID: <h1@kunta.example>",
                "Subject: Undelivered [" + tag + "]",
                "Auto-Submitted: auto-replied",
                "MIME-Version: 1.0",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=r",
                "",
                "--r",
                "Content-Type: text/plain",
                "",
                "No such user.",
                "--r",
                "Content-Type: message/delivery-status",
                "",
                "Action: failed",
                "--r--");
        reading.read(mailbox.settings());
        assertThat(arrived).isEmpty();
        InboxMail mail = inbox.ofTask(task().id());
        assertThat(mail.trouble()).isEqualTo(InboxMail.Trouble.UNDELIVERED);
        assertThat(mail.text()).startsWith("No such user.");
    }

    @Test
    void setsAsideWhatIsTooLargeOrBrokenAndGoesOn() throws Exception {
        MailboxReading strict =
                new MailboxReading(inbox, new MailReading(new InboxSettings(List.of(), 1, 1), clock), positions);
        mailbox.deliverFile("i1@kunta.example", "[" + tag + "]", AS_FILE, new byte[1_500_000]);
        mailbox.deliver(
                "From: \"rikki <<",
                "Message-ID: <i2@kunta.example>",
                "Subject: =?x-unknown?Q?=FF?=",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed",
                "",
                "ei osia");
        mailbox.deliver(
                "Message-ID: <i3@kunta.example>",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=x-unknown",
                "Content-Transfer-Encoding: base64",
                "",
                "***");
        mailbox.deliver("", "");
        mailbox.deliverText("i4@kunta.example", "[" + tag + "]");
        strict.read(mailbox.settings());
        assertThat(only().reference()).isEqualTo("request:12");
        List<OpenTask> tasks = worklist.of(registry());
        assertThat(tasks).hasSize(4);
        assertThat(tasks.stream().map(task -> inbox.ofTask(task.id()).trouble()))
                .contains(InboxMail.Trouble.TOO_LARGE, InboxMail.Trouble.UNREADABLE);
        assertThat(mailbox.read()).containsOnly(true).hasSize(5);
    }

    @Test
    void leavesOutFilesThatAreTooLargeOrOfAStrangeKind() throws Exception {
        MailboxReading strict =
                new MailboxReading(inbox, new MailReading(new InboxSettings(List.of(), 25, 1), clock), positions);
        mailbox.deliverFile("j1@kunta.example", "[" + tag + "]", AS_FILE, new byte[1_500_000]);
        mailbox.deliverFile(
                "j2@kunta.example", "[" + tag + "]", "Content-Disposition: attachment; filename=lue.pdf.exe", PDF);
        strict.read(mailbox.settings());
        assertThat(arrived.stream()
                        .flatMap(event -> inbox.get(event.mail(), council.code()).attachments().stream())
                        .map(file -> file.name() + " " + file.leftOut()))
                .containsExactly("paatos.pdf TOO_LARGE", "lue.pdf.exe KIND");
    }

    @Test
    void makesHeadersOfAttackersHarmless() throws Exception {
        mailbox.deliver(
                "From: =?UTF-8?Q?x=0D=0ABcc:_all?= <a@kunta.example>",
                "Message-ID: <" + "x".repeat(5000) + "@kunta.example>",
                "In-Reply-To: <notification-' or 1=1 --@hytekello>",
                "Subject: =?UTF-8?Q?Hei=0D=0ABcc:_kaikki=00=E2=80=AE?= [" + tag + "]",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "Content-Type: text/plain; charset=UTF-8",
                "",
                "<script>alert(1)</script>\u202E\u0007",
                "--b",
                "Content-Type: text/html; name=\"../../etc/lomake.pdf\"",
                "Content-Disposition: attachment; filename=\"../../etc/lomake.pdf\"",
                "",
                "<script>alert(2)</script>",
                "--b--");
        reading.read(mailbox.settings());
        InboxMail mail = inbox.get(only().mail(), council.code());
        assertThat(mail.subject())
                .isEqualToNormalizingWhitespace("Hei Bcc: kaikki [" + tag + "]")
                .doesNotContain("\n", "\u202E");
        assertThat(mail.sender()).isEqualTo("a@kunta.example");
        assertThat(mail.text()).isEqualTo("<script>alert(1)</script>");
        assertThat(mail.attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).doesNotContain("/").endsWith("lomake.pdf"));
    }

    @Test
    void givesAMailThatItsFeatureCannotTakeToTheRegistry() throws Exception {
        feature = event -> {
            throw new IllegalStateException("The request is gone");
        };
        mailbox.deliverText("k1@kunta.example", "[" + tag + "]");
        reading.read(mailbox.settings());
        assertThat(inbox.ofTask(task().id()).trouble()).isEqualTo(InboxMail.Trouble.FAILED);
        assertThat(mailbox.read()).containsExactly(true);
    }

    @Test
    void aMailboxThatDoesNotAnswerHoldsUpNoOther() throws Exception {
        InboxSettings.Mailbox silent = TestMailbox.of(council.code(), TestMailbox.freePort());
        mailbox.deliverText("l1@kunta.example", "[" + tag + "]");
        new MailboxRound(
                        new InboxSettings(List.of(silent, mailbox.settings()), 25, 10),
                        context.getBeanProvider(InboxSettings.Mailbox.class),
                        reading,
                        clock)
                .run();
        assertThat(arrived).hasSize(1);
        assertThat(silent.toString()).doesNotContain("secret", "liitto");
    }

    @Test
    void readsAMailboxOfAnotherMachineOnlyInSecret() {
        assertThatThrownBy(() -> new InboxSettings.Mailbox(
                        "KH", "192.0.2.1", null, "liitto", "secret", "INBOX", InboxSettings.Security.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TLS");
    }

    @Test
    void theRegistryReadsAMailAsTextAndGivesItToItsMatter() throws Exception {
        mailbox.deliverFile("m1@kunta.example", "<b>Edustaja</b>", AS_FILE, PDF);
        reading.read(mailbox.settings());
        OpenTask task = task();
        InboxMail mail = inbox.ofTask(task.id());
        String page = "/tasks/" + task.id() + "/unmatched-mail";
        assertThat(open(page, registry()).getContentAsString())
                .contains("&lt;b&gt;Edustaja&lt;/b&gt;", "Liitteenä päätös.", "Nimeämispyyntö, Koekunta (" + tag + ")")
                .doesNotContain("<b>Edustaja");
        MockHttpServletResponse file =
                open(page + "/files/" + mail.attachments().get(0).id(), registry());
        assertThat(file.getContentAsByteArray()).isEqualTo(PDF);
        assertThat(file.getContentType()).isEqualTo("application/octet-stream");
        assertThat(file.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(file.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        Person stranger = towns.makeRegionalCouncil().person(Role.REGISTRY);
        assertThat(open(page, stranger).getStatus()).isEqualTo(404);
        assertThat(open(page + "/files/" + mail.attachments().get(0).id(), stranger)
                        .getStatus())
                .isEqualTo(404);

        assertThatThrownBy(() -> answer(task, Map.of("mailAnswer", "ASSIGNED"))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> answer(task, Map.of("mailAnswer", "ASSIGNED", "mailMatter", "KH-AAAAAAAA")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> desk.complete(task.id(), stranger, Map.of("mailAnswer", "PUT_ASIDE")))
                .isInstanceOf(Refused.class);
        assertThat(arrived).isEmpty();
        answer(task, Map.of("mailAnswer", "ASSIGNED", "mailMatter", tag));
        assertThat(only().mail()).isEqualTo(mail.id());
        assertThat(inbox.get(mail.id(), council.code()).state()).isEqualTo(InboxMail.State.ASSIGNED);
        assertThat(worklist.of(registry())).isEmpty();
    }

    @Test
    void saysOnThePageWhatIsMissingAndKeepsWhatWasTyped() throws Exception {
        mailbox.deliverText("q1@kunta.example", "Kysymys");
        reading.read(mailbox.settings());
        MockMvc browser =
                MockMvcBuilders.webAppContextSetup(web).apply(springSecurity()).build();
        String name = registry().username().value();
        MvcResult refused = browser.perform(post("/tasks/" + task().id() + "/complete")
                        .with(user(name))
                        .with(csrf())
                        .param("reason", "Kirjoitettu syy."))
                .andReturn();
        String page = browser.perform(get(String.valueOf(refused.getResponse().getRedirectedUrl()))
                        .with(user(name))
                        .locale(Locale.forLanguageTag("fi"))
                        .flashAttrs(refused.getFlashMap()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("”Mitä viestille tehdään?”", "Kirjoitettu syy.");
        assertThat(worklist.of(registry())).hasSize(1);
    }

    @Test
    void putsAMailAsideWithAReasonOnly() throws Exception {
        mailbox.deliverText("n1@kunta.example", "Mainos");
        reading.read(mailbox.settings());
        OpenTask task = task();
        assertThatThrownBy(() -> answer(task, Map.of("mailAnswer", "PUT_ASIDE")))
                .isInstanceOf(InvalidInput.class);
        answer(task, Map.of("mailAnswer", "PUT_ASIDE", "reason", "Mainos."));
        assertThat(worklist.of(registry())).isEmpty();
        assertThat(arrived).isEmpty();
    }

    @Test
    void theEngineKnowsNothingOfWhatAMailSays() throws Exception {
        mailbox.deliverFile("o1@kunta.example", "Salainen", AS_FILE, PDF);
        reading.read(mailbox.settings());
        assertThat(runtime
                        .createVariableInstanceQuery()
                        .tenantIdIn(council.code().value())
                        .list()
                        .stream()
                        .map(VariableInstance::getName))
                .containsExactlyInAnyOrder("matter", "municipalityCode", "branch");
    }

    @Test
    void deletesTheContentAYearAfterAMailWasDealtWith() throws Exception {
        mailbox.deliverFile("p1@kunta.example", "[" + tag + "]", AS_FILE, PDF);
        mailbox.deliverFile("p2@kunta.example", "Odottaa", AS_FILE, PDF);
        reading.read(mailbox.settings());
        jdbc.sql("""
                        update hyte.inbox_mail set settled_at = settled_at - interval '1 year 1 day'
                        where municipality_code = :council""").param("council", council.code().value()).update();
        retention.run();
        retention.run();
        InboxMail old = inbox.get(only().mail(), council.code());
        assertThat(List.of(old.sender(), old.subject(), old.text())).containsOnly("");
        assertThat(old.attachments()).isEmpty();
        assertThat(inbox.ofTask(task().id()).attachments()).hasSize(1);
        assertThat(jdbc.sql("""
                                select action || ' ' || subject from hyte.audit_event
                                where municipality_code = :council and action like 'retention.inbox%' order by action""")
                        .param("council", council.code().value())
                        .query(String.class)
                        .list())
                .containsExactly("retention.inboxAttachment request:12", "retention.inboxMail request:12");
    }

    private MailArrived only() {
        assertThat(arrived).hasSize(1);
        return arrived.get(0);
    }

    private Person registry() {
        return council.person(Role.REGISTRY);
    }

    private OpenTask task() {
        return worklist.of(registry()).get(0);
    }

    private void answer(OpenTask task, Map<String, String> answers) {
        desk.complete(task.id(), registry(), answers);
    }

    private int mails() {
        return jdbc.sql("select count(*) from hyte.inbox_mail where municipality_code = :council")
                .param("council", council.code().value())
                .query(Integer.class)
                .single();
    }

    /** A mail that has left, about this matter. */
    private String ourMail(String reference) {
        return jdbc.sql("""
                        with mail as (
                            insert into hyte.mail (recipient, address, language, municipality_code, created_at, send_after, sent_at)
                            values ('kunta', '', 'fi', :council, now(), now(), now()) returning id)
                        insert into hyte.notification (recipient, address, language, municipality_code, kind, subject_key,
                            payload, created_at, send_after, sent_at, mail_id)
                        select 'kunta', '', 'fi', :council, 'INVITATION', 'any:' || id, jsonb_build_object('reference', :reference::text),
                            now(), now(), now(), id from mail returning mail_id::text""")
                .param("council", council.code().value())
                .param("reference", reference)
                .query(String.class)
                .single();
    }

    private MockHttpServletResponse open(String path, Person person) throws Exception {
        return MockMvcBuilders.webAppContextSetup(web)
                .apply(springSecurity())
                .build()
                .perform(get(path).with(user(person.username().value())).locale(Locale.forLanguageTag("fi")))
                .andReturn()
                .getResponse();
    }
}
