package fi.hytekello.inbox;

import static fi.hytekello.nomination.NominationBench.answer;
import static fi.hytekello.nomination.NominationBench.at;
import static fi.hytekello.nomination.NominationBench.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.hytekello.TestPages;
import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.nomination.MailedAnswers;
import fi.hytekello.nomination.NominationBench;
import fi.hytekello.nomination.Nominee;
import fi.hytekello.nomination.NomineeState;
import fi.hytekello.nomination.Nominees;
import fi.hytekello.nomination.Request;
import fi.hytekello.nomination.RequestAnswers;
import fi.hytekello.nomination.RequestId;
import fi.hytekello.nomination.RequestState;
import fi.hytekello.nomination.RequestVia;
import fi.hytekello.nomination.Requests;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.TaskNames;
import fi.hytekello.worklist.Worklist;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/** Answers to nomination requests that come by mail, from the mailbox to the seat. */
@WholeTest
class MailedAnswersTest {

    private static final byte[] PDF = "%PDF-1.7 päätös".getBytes(StandardCharsets.UTF_8);
    private static final Instant IN_TIME = NominationBench.DUE.minus(Duration.ofHours(1));

    @Autowired
    WebApplicationContext context;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Towns towns;

    @Autowired
    Requests requests;

    @Autowired
    RequestAnswers answers;

    @Autowired
    Nominees nominees;

    @Autowired
    MailedAnswers mailed;

    @Autowired
    MailboxReading reading;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    TaskNames names;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private TestPages pages;
    private NominationBench bench;
    private Town council;
    private Person registry;
    private TestMailbox mailbox;
    private RequestId asked;
    private String tag;

    @BeforeEach
    void asks() throws Exception {
        at(NominationBench.ASKED);
        pages = TestPages.in(context);
        council = towns.makeRegionalCouncil();
        registry = council.person(Role.REGISTRY);
        bench = beans.createBean(NominationBench.class).in(council);
        asked = bench.ask("Forssa");
        tag = request().reference();
        mailbox = new TestMailbox(council.code());
        mailbox.at(NominationBench.ASKED);
    }

    @AfterEach
    void end() {
        mailbox.close();
        ClockUtil.reset();
    }

    @Test
    void aMailWithTheTagIsReadAndRecordedByTheRegistryAndAcknowledgedToBoth() throws Exception {
        mailbox.deliverFile(
                "a1@forssa.example",
                "VS: nimeaminen [" + tag + "]",
                "Content-Disposition: attachment; filename=paatos.pdf",
                PDF);
        OpenTask task = read();
        assertThat(task.process()).isEqualTo("MailedAnswer");
        assertThat(task.matter()).isEqualTo("nomination:" + bench.round());
        assertThat(task.dueAt()).isEqualTo("2026-12-28T14:00:00Z");
        assertThat(names.of(List.of(task), registry, Languages.FINNISH).get(0).toString())
                .contains("Kirjaa sähköpostilla tullut vastaus", "Forssa");
        Document page = pages.shown(page(task), registry, "fi");
        assertThat(page.text()).contains("Liitteenä päätös.", "paatos.pdf", tag, "Organisaatio nimeää edustajan");
        assertThat(pages.shown(page(task), registry, "sv").text()).contains("Vad svaras i meddelandet?");
        String file = page.select("a[download]").attr("href");
        assertThat(pages.browser()
                        .perform(get(file).with(user(registry.username().value())))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .isEqualTo(PDF);

        assertThat(named(task, "Mailattu Nimi").getRedirectedUrl()).isEqualTo("/tasks/" + task.id() + "/done");
        assertThat(nominees.of(asked)).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Mailattu Nimi");
            assertThat(one.via()).isEqualTo(RequestVia.MAIL);
        });
        assertThat(request().state()).isEqualTo(RequestState.NOMINATED);
        assertThat(request().late()).isFalse();
        assertThat(bench.mails(asked, "NOMINATION_RECEIVED"))
                .containsExactly("registry 2026-12-17", "expert 2026-12-17");
        assertThat(worklist.of(registry)).isEmpty();
    }

    @Test
    void theMailAndItsFileStayWithTheRequestForThoseWhoMayReadIt() throws Exception {
        mailbox.deliverFile(
                "m1@forssa.example", "[" + tag + "]", "Content-Disposition: attachment; filename=ote.pdf", PDF);
        OpenTask task = read();
        String ofRequest = "/nomination-requests/" + asked;
        Person coordinator = council.person(Role.REGIONAL_COORDINATOR);
        assertThat(pages.shown(ofRequest, coordinator, "fi").text()).contains("odottaa kirjaamoa");
        named(task, "Mailattu Nimi");
        Document page = pages.shown(ofRequest, coordinator, "sv");
        assertThat(page.text()).contains("E-postmeddelanden").doesNotContain("väntar på registratorskontoret");
        String mail = page.select("a[href*=/mails/]").attr("href");
        String file = pages.shown(mail, coordinator, "fi").select("a[download]").attr("href");
        assertThat(status(file, coordinator)).isEqualTo(200);
        Person stranger = towns.makeRegionalCouncil().person(Role.REGISTRY);
        assertThat(status(mail, stranger)).isEqualTo(404);
        assertThat(status(file, stranger)).isEqualTo(404);
        RequestId other = bench.ask("Loppi");
        assertThat(status(mail.replace(asked + "/mails", other + "/mails"), coordinator))
                .isEqualTo(404);
    }

    @Test
    void theEngineKnowsOnlyWhichMailAndWhichRequest() throws Exception {
        mailbox.deliverText("b1@forssa.example", "[" + tag + "]");
        OpenTask task = read();
        assertThat(runtime.createVariableInstanceQuery().processInstanceIdIn(task.processInstance()).list().stream()
                        .map(VariableInstance::getName))
                .containsExactlyInAnyOrder("municipalityCode", "matter", "requestId", "branch", "mailId");
    }

    @Test
    void aReplyToAnyOfOurMailsIsKnownWithoutTheTag() throws Exception {
        for (String kind : List.of("NOMINATION_REQUEST", "NOMINATION_COPY", "NOMINATION_REMINDER")) {
            mailbox.deliverText(
                    kind + "@forssa.example", "Re: nimi", "In-Reply-To: <notification-" + left(kind) + "@hytekello>");
        }
        reading.read(mailbox.settings());
        assertThat(worklist.of(registry))
                .hasSize(3)
                .allMatch(task -> task.process().equals("MailedAnswer"));
    }

    @Test
    void aPdfThatTheOrganisationsRegistryForwardsIsOnThePage() throws Exception {
        mailbox.deliver(
                "From: kirjaamo@forssa.example",
                "Message-ID: <f1@forssa.example>",
                "Subject: FW: paatos [" + tag + "]",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=o",
                "",
                "--o",
                "Content-Type: message/rfc822",
                "",
                "From: sihteeri@forssa.example",
                "Subject: paatos",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=i",
                "",
                "--i",
                "Content-Type: text/plain",
                "",
                "Hallitus nimesi.",
                "--i",
                "Content-Type: application/pdf; name=ote.pdf",
                "",
                "%PDF-1.7",
                "--i--",
                "--o--");
        assertThat(pages.shown(page(read()), registry, "fi").text()).contains("Hallitus nimesi.", "ote.pdf");
    }

    @Test
    void twoMailsAreTwoTasksAndTheSameMailIsOne() throws Exception {
        mailbox.deliverText("t1@forssa.example", "[" + tag + "]");
        mailbox.deliverText("t1@forssa.example", "[" + tag + "]");
        mailbox.deliverText("t2@forssa.example", "[" + tag + "]");
        reading.read(mailbox.settings());
        assertThat(worklist.of(registry)).hasSize(2);
        OpenTask first = worklist.of(registry).get(0);
        named(first, "Ensimmäinen Nimi");
        assertThat(worklist.of(registry)).hasSize(1).doesNotContain(first);
        assertThat(named(first, "Toinen Nimi").getStatus()).as("second click").isGreaterThanOrEqualTo(400);
        assertThat(current()).containsExactly("Ensimmäinen Nimi");
    }

    @Test
    void theSameSenderCorrectsAndAnotherProposesAReplacement() throws Exception {
        named(mailFrom("kirjaamo@forssa.example", "s1"), "Ensimmäinen Nimi");
        named(mailFrom("Kirjaamo@forssa.example", "s2"), "Korjattu Nimi");
        assertThat(current()).containsExactly("Korjattu Nimi");
        named(mailFrom("asiantuntija@forssa.example", "s3"), "Toisen Nimi");
        assertThat(current()).containsExactly("Korjattu Nimi");
        assertThat(nominees.of(asked))
                .filteredOn(one -> one.state() == NomineeState.REPLACEMENT)
                .extracting(Nominee::name)
                .containsExactly("Toisen Nimi");
        assertThat(worklist.of(council.person(Role.REGIONAL_COORDINATOR)))
                .extracting(OpenTask::task)
                .containsExactly("Activity_ConfirmReplacement");
    }

    @Test
    void aMailAfterTheLinkProposesAReplacement() throws Exception {
        answers.record(asked, RequestVia.LINK, answer(0, person(1, "Linkin Nimi")));
        named(mailFrom("kirjaamo@forssa.example", "l1"), "Mailattu Nimi");
        assertThat(current()).containsExactly("Linkin Nimi");
    }

    @Test
    void whatCameAfterTheDeadlineIsMarkedLateHoweverSoonItIsRecorded() throws Exception {
        bench.deadlineOf(asked);
        mailbox.at(NominationBench.DUE.plusSeconds(60));
        OpenTask task = mailFrom("kirjaamo@forssa.example", "p1");
        assertThat(pages.shown(page(task), registry, "fi").text()).contains("Viesti tuli määräajan jälkeen.");
        named(task, "Myöhäinen Nimi");
        assertThat(request().late()).isTrue();
        assertThat(request().state()).isEqualTo(RequestState.CONFIRMED);
        assertThat(worklist.of(council.person(Role.REGIONAL_COORDINATOR))).isEmpty();
    }

    @Test
    void whatCameInTimeIsNotLateThoughItIsRecordedAfterTheDeadline() throws Exception {
        mailbox.at(IN_TIME);
        OpenTask task = mailFrom("kirjaamo@forssa.example", "i1");
        bench.deadlineOf(asked);
        assertThat(request().state()).isEqualTo(RequestState.LATE);
        named(task, "Ehtinyt Nimi");
        assertThat(request().late()).isFalse();
        assertThat(request().state()).isEqualTo(RequestState.CONFIRMED);
    }

    @Test
    void aDayOfDecisionIsNotedAndAcknowledged() throws Exception {
        OpenTask task = mailFrom("kirjaamo@forssa.example", "e1");
        assertThat(settled(task, "EXPECTED", "nominationExpectedOn", "").getContentAsString())
                .contains("#nominationExpectedOn");
        settled(task, "EXPECTED", "nominationExpectedOn", "2027-01-11");
        assertThat(request().state()).isEqualTo(RequestState.IN_DECISION);
        assertThat(request().expectedOn()).isEqualTo(LocalDate.of(2027, 1, 11));
        assertThat(bench.mails(asked, "NOMINATION_RECEIVED")).hasSize(2);
        assertThat(worklist.of(registry)).isEmpty();
    }

    @Test
    void decliningNeedsItsReasonAndSoDoesAMailThatIsNoAnswer() throws Exception {
        OpenTask task = mailFrom("kirjaamo@forssa.example", "n1");
        assertThat(settled(task, "NOT_ANSWER", "reason", " ").getStatus()).isEqualTo(400);
        settled(task, "NOT_ANSWER", "reason", "Kysymys kokousajasta.");
        assertThat(request().state()).isEqualTo(RequestState.SENT);
        assertThat(bench.mails(asked, "NOMINATION_RECEIVED")).isEmpty();
        OpenTask second = mailFrom("kirjaamo@forssa.example", "n2");
        assertThat(settled(second, "DECLINED", "nominationDeclineReason", "").getStatus())
                .isEqualTo(400);
        settled(second, "DECLINED", "nominationDeclineReason", "Ei henkilöstöä.");
        assertThat(request().state()).isEqualTo(RequestState.DECLINED);
        assertThat(worklist.of(registry)).isEmpty();
    }

    @Test
    void aWrongAnswerKeepsWhatWasTypedAndTheTask() throws Exception {
        OpenTask task = mailFrom("kirjaamo@forssa.example", "w1");
        MockHttpServletResponse refused = settled(task, "NOMINATED", "nomineeName-1", "Kesken Jäänyt");
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(settled(task, "", "reason", "x").getStatus()).isEqualTo(400);
        assertThat(worklist.of(registry)).hasSize(1);
        assertThat(nominees.of(asked)).isEmpty();
    }

    @Test
    void cannotBeCompletedPastItsPageNorByOthers() throws Exception {
        OpenTask task = mailFrom("kirjaamo@forssa.example", "x1");
        assertThatThrownBy(() -> desk.complete(task.id(), registry, Map.of("mailedAnswer", "NOMINATED")))
                .isInstanceOf(InvalidInput.class);
        Person stranger = towns.makeRegionalCouncil().person(Role.REGISTRY);
        for (Person other : List.of(stranger, council.person(Role.REGIONAL_DIRECTOR))) {
            assertThat(status(page(task), other)).isGreaterThanOrEqualTo(400);
        }
        assertThat(worklist.of(registry)).hasSize(1);
    }

    @Test
    void aForeignTagGoesToTheRegistryWhoGivesTheMailToItsRequest() throws Exception {
        NominationBench other = beans.createBean(NominationBench.class).in(towns.makeRegionalCouncil());
        String foreign = requests.get(other.ask("Loppi")).reference();
        mailbox.deliverText("g1@forssa.example", "[" + foreign + "]");
        OpenTask unmatched = read();
        assertThat(unmatched.process()).isEqualTo("UnmatchedMail");
        assertThat(pages.shown("/tasks/" + unmatched.id() + "/unmatched-mail", registry, "fi")
                        .text())
                .contains("Nimeämispyyntö: Forssa, Hyvinvointityöryhmä (" + tag + ")");
        desk.complete(unmatched.id(), registry, Map.of("mailAnswer", "ASSIGNED", "mailMatter", tag));
        OpenTask task = worklist.of(registry).get(0);
        assertThat(task.process()).isEqualTo("MailedAnswer");
        named(task, "Liitetty Nimi");
        assertThat(current()).containsExactly("Liitetty Nimi");
        assertThat(worklist.of(other.council().person(Role.REGISTRY))).isEmpty();
    }

    @Test
    void whatComesWhenNothingCanBeAnsweredGoesToTheRegistry() throws Exception {
        RequestId declined = bench.ask("Loppi");
        answers.decline(declined, RequestVia.LINK, "Ei ehdi.", null);
        RequestId answered = bench.ask("Janakkala");
        answers.record(answered, RequestVia.LINK, answer(0, person(1, "Nimi Nimi")));
        assertThat(open())
                .as("until the deadline")
                .containsExactlyInAnyOrder(asked.value(), declined.value(), answered.value());
        bench.deadlineOf(asked);
        Person coordinator = council.person(Role.REGIONAL_COORDINATOR);
        desk.complete(
                worklist.of(coordinator).get(0).id(),
                coordinator,
                Map.of("missingDecision", "CLOSE", "closingReason", "Ei nimeä."));
        bench.deadlineOf(declined);
        bench.deadlineOf(answered);
        assertThat(open()).as("a replacement may come").containsExactly(answered.value());
        mailed.roundEnded(bench.round());
        assertThat(open()).isEmpty();
        mailbox.deliverText("o1@forssa.example", "[" + tag + "]");
        assertThat(read().process()).isEqualTo("UnmatchedMail");
    }

    @Test
    void whatComesAfterTheCompositionIsRecordedAndTheCoordinatorDecides() throws Exception {
        answers.record(asked, RequestVia.LINK, answer(0, person(1, "Ensimmäinen Nimi")));
        bench.deadlineOf(asked);
        bench.composed();
        mailed.roundEnded(bench.round());
        OpenTask task = mailFrom("kirjaamo" + domain(), "c1");
        assertThat(pages.shown(page(task), registry, "fi").text())
                .contains("Toimielin on jo koottu.")
                .doesNotContain("tunneta", "tunnetuista");
        named(task, "Myöhäinen Nimi");
        assertThat(current()).containsExactly("Ensimmäinen Nimi");
        assertThat(worklist.of(council.person(Role.REGIONAL_COORDINATOR)))
                .extracting(OpenTask::task)
                .containsExactly("Activity_ConfirmReplacement");
    }

    @Test
    void warnsTheRegistryOfASenderWhomTheOrganisationDoesNotHave() throws Exception {
        OpenTask colleague = mailFrom("joku.muu" + domain(), "w1");
        assertThat(pages.shown(page(colleague), registry, "fi").text()).contains("vaikka posti on samasta paikasta");
        settled(colleague, "NOT_ANSWER", "reason", "Ei vastaus.");
        OpenTask stranger = mailFrom("joku@muualta.example", "w2");
        assertThat(pages.shown(page(stranger), registry, "sv").text())
                .contains("är inte känd som organisationens adress");
        named(stranger, "Oikea Nimi");
        assertThat(current()).as("warned, not refused").containsExactly("Oikea Nimi");
    }

    /** Of the organisation's addresses. */
    private String domain() {
        return "@forssa." + council.code().value().toLowerCase(Locale.ROOT) + ".example";
    }

    private List<Long> open() {
        return jdbc.sql("""
                        select split_part(reference, ':', 2)::bigint from hyte.mail_reference
                        where municipality_code = :council and closed_at is null""")
                .param("council", council.code().value())
                .query(Long.class)
                .list();
    }

    /** The id of a mail that has left, with the request's notification of this kind. */
    private String left(String kind) {
        String id = jdbc.sql("""
                        insert into hyte.mail (recipient, address, language, municipality_code, created_at, send_after, sent_at)
                        values ('kunta', '', 'fi', :council, now(), now(), now()) returning id::text""")
                .param("council", council.code().value())
                .query(String.class)
                .single();
        jdbc.sql("""
                        update hyte.notification set mail_id = :mail::uuid where id in (
                            select id from hyte.notification where kind = :kind and payload ->> 'request' = :request limit 1)""")
                .param("mail", id)
                .param("kind", kind)
                .param("request", asked.toString())
                .update();
        return id;
    }

    private OpenTask mailFrom(String sender, String id) throws Exception {
        mailbox.deliver(
                "From: " + sender,
                "Message-ID: <" + id + "@forssa.example>",
                "Subject: Re: nimeaminen [" + tag + "]",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=UTF-8",
                "",
                "Hei, tässä on vastauksemme.");
        return read();
    }

    private OpenTask read() throws Exception {
        reading.read(mailbox.settings());
        assertThat(worklist.of(registry)).hasSize(1);
        return worklist.of(registry).get(0);
    }

    private int status(String page, Person person) throws Exception {
        return pages.browser()
                .perform(get(page).with(user(person.username().value())))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static String page(OpenTask task) {
        return "/tasks/" + task.id() + "/mailed-answer";
    }

    private MockHttpServletResponse named(OpenTask task, String name) throws Exception {
        return settled(task, "NOMINATED", "nomineeName-1", name, "nomineePhone-1", "03 1234567", "version", version());
    }

    private MockHttpServletResponse settled(OpenTask task, String kind, String... fields) throws Exception {
        var form = post(page(task))
                .param("mailedAnswer", kind)
                .with(csrf())
                .with(user(registry.username().value()));
        for (int n = 0; n < fields.length; n += 2) {
            form.param(fields[n], fields[n + 1]);
        }
        return pages.browser().perform(form).andReturn().getResponse();
    }

    private String version() {
        return Integer.toString(request().version());
    }

    private Request request() {
        return requests.get(asked);
    }

    private List<String> current() {
        return nominees.of(asked).stream()
                .filter(one -> one.state() == NomineeState.CURRENT)
                .map(Nominee::name)
                .toList();
    }
}
