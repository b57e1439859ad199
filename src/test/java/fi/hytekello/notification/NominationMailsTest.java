package fi.hytekello.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.Towns;
import fi.hytekello.WholeTest;
import fi.hytekello.body.Endings;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.nomination.Appointment;
import fi.hytekello.nomination.NominationBench;
import fi.hytekello.nomination.Nominees;
import fi.hytekello.nomination.RequestAnswers;
import fi.hytekello.nomination.RequestId;
import fi.hytekello.nomination.RequestVia;
import fi.hytekello.nomination.Requests;
import fi.hytekello.nomination.RoundComposing;
import fi.hytekello.notification.ScriptedServer.Act;
import fi.hytekello.notification.ScriptedServer.Received;
import fi.hytekello.notification.ScriptedServer.Step;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mails about a request as they arrive, and what happens when one does not. */
@WholeTest
class NominationMailsTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Towns towns;

    @Autowired
    Requests requests;

    @Autowired
    RequestAnswers answers;

    @Autowired
    RoundComposing composing;

    @Autowired
    Nominees nominees;

    @Autowired
    Endings endings;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    JdbcClient jdbc;

    private ScriptedServer server;
    private MailDispatcher dispatcher;
    private NominationBench bench;
    private Person coordinator;

    @BeforeEach
    void begin() throws IOException {
        MailBench mails = beans.createBean(MailBench.class);
        mails.begin();
        NominationBench.at(NominationBench.ASKED);
        bench = beans.createBean(NominationBench.class).in(towns.makeRegionalCouncil());
        coordinator = bench.council().person(Role.REGIONAL_COORDINATOR);
        server = new ScriptedServer();
        dispatcher = mails.dispatcher(server.sender());
    }

    @AfterEach
    void end() throws IOException {
        server.close();
        ClockUtil.reset();
    }

    @Test
    void theRegistryGetsTheLinkAndTheExpertTheNewsAndBothTheAcknowledgementWithoutNames() throws MessagingException {
        RequestId asked = bench.ask("Forssa");
        dispatcher.dispatchDue();
        Received request = to("kirjaamo@forssa");
        assertThat(request.message().getSubject())
                .isEqualTo("Koeliitto: nimeämispyyntö: Hyvinvointityöryhmä – viimeistään pe 15.1.2027 klo 16.00 ["
                        + requests.get(asked).reference() + "], dnro 45/2026")
                .containsPattern("\\[[A-Z0-9]{2,3}-[A-Z2-9]{8}]");
        assertThat(request.text())
                .contains(
                        "/nominate/",
                        "Pyydämme nimeämään edustajan.",
                        "yksi edustaja ja hänelle varaedustaja",
                        bench.council().person(Role.REGISTRY).email(),
                        coordinator.email());
        assertThat(to("asiantuntija@forssa").text()).contains("tiedoksi").doesNotContain("/nominate/");

        answers.record(asked, RequestVia.LINK, NominationBench.answer(0, NominationBench.person(1, "Salainen Nimi")));
        NominationBench.at(NominationBench.ASKED.plus(Duration.ofMinutes(5)));
        dispatcher.dispatchDue();
        for (String whom : List.of("kirjaamo@forssa", "asiantuntija@forssa", "registry.")) {
            assertThat(to(whom).message().getSubject()).contains("vastaus nimeämispyyntöön vastaanotettu", "Forssa");
            assertThat(to(whom).text()).contains("Nimeäminen on kirjattu.").doesNotContain("Salainen");
        }
        assertThat(to("asiantuntija@forssa").text()).doesNotContain("/nominate/");
    }

    @Test
    void aBilingualOrganisationIsWrittenToInBothLanguagesItsOwnFirst() throws MessagingException {
        jdbc.sql("update hyte.municipality set language_status = 'FI_SV' where code = :council")
                .param("council", bench.council().code().value())
                .update();
        bench.ask("Lovisa", Languages.SWEDISH, 2);
        dispatcher.dispatchDue();
        Received mail = to("kirjaamo@lovisa");
        assertThat(mail.message().getSubject())
                .startsWith("Provförbund: begäran om att utse representant: Arbetsgruppen för välfärd")
                .contains(" / Koeliitto: nimeämispyyntö");
        assertThat(mail.text()).contains("2 representanter och en ersättare för var och en", "2 edustajaa ja kullekin");
    }

    @Test
    void whenTheBodyIsComposedOrganisationsReadPostsAndNomineesWhatBecameOfThem() throws MessagingException {
        RequestId asked = bench.ask("Lovisa", Languages.SWEDISH, 2);
        answers.record(
                asked,
                RequestVia.LINK,
                NominationBench.answer(
                        0, NominationBench.person(1, "Salainen Nimi"), NominationBench.person(2, "Toinen Nimi")));
        bench.deadlineOf(asked);
        long second = nominees.of(asked).get(1).id();
        composing.leaveOut(bench.round(), second, true);
        composing.confirm(
                bench.round(),
                new Appointment(
                        "Maakuntahallitus", LocalDate.of(2027, 1, 14), "§ 12", LocalDate.of(2027, 2, 1), null, ""),
                coordinator);
        NominationBench.at(NominationBench.DUE.plus(Duration.ofDays(4)));
        dispatcher.dispatchDue();
        assertThat(subjects("kirjaamo@lovisa"))
                .anySatisfy(subject -> assertThat(subject).contains("sammansättningen har fastställts", "45/2026"));
        assertThat(server.received().stream()
                        .filter(mail -> mail.recipient().startsWith("kirjaamo@lovisa"))
                        .map(Received::text))
                .anySatisfy(text ->
                        assertThat(text).contains("ledamot: Sivistysjohtaja", "Maakuntahallitus 14.1.2027 § 12"))
                .allSatisfy(text -> assertThat(text).doesNotContain("Salainen", "Toinen"));
        assertThat(subjects("salainen.nimi@"))
                .anySatisfy(subject -> assertThat(subject).contains("du har utnämnts"))
                .anySatisfy(subject -> assertThat(subject).contains("dataskyddsinformation"))
                .hasSize(2);
        assertThat(subjects("toinen.nimi@")).hasSize(2);
        assertThat(server.received().stream()
                        .filter(mail -> mail.recipient().startsWith("toinen.nimi@"))
                        .map(Received::text))
                .anySatisfy(text -> assertThat(text)
                        .contains("artikel 14", "Lovisa sv utsåg dig", "dataombudsmannen", coordinator.email()))
                .anySatisfy(text -> assertThat(text).contains("utnämndes inte"));
    }

    @Test
    void whenASeatChangesWithinTheTermAllConcernedReadThePostsAndNobodysName() throws MessagingException {
        RequestId asked = bench.ask("Lovisa", Languages.SWEDISH, 1);
        answers.record(asked, RequestVia.LINK, NominationBench.answer(0, NominationBench.person(1, "Salainen Nimi")));
        bench.deadlineOf(asked);
        composing.confirm(
                bench.round(),
                new Appointment(
                        "Maakuntahallitus", LocalDate.of(2027, 1, 14), "§ 12", LocalDate.of(2027, 1, 15), null, ""),
                coordinator);
        answers.record(asked, RequestVia.HAND, NominationBench.answer(null, NominationBench.person(1, "Toinen Nimi")));
        desk.complete(
                worklist.of(coordinator).get(0).id(),
                coordinator,
                Map.of("replacementConfirmed", "true", "membersFrom", "2027-02-01"));
        NominationBench.at(NominationBench.DUE.plus(Duration.ofDays(4)));
        dispatcher.dispatchDue();
        for (String whom : List.of("kirjaamo@lovisa", "asiantuntija@lovisa", "salainen.nimi@", "toinen.nimi@")) {
            assertThat(subjects(whom))
                    .anySatisfy(subject -> assertThat(subject).contains("representanten byts", "Lovisa sv"));
        }
        assertThat(server.received())
                .filteredOn(mail -> mail.text().contains("bekräftat ett byte"))
                .hasSize(4)
                .allSatisfy(mail -> assertThat(mail.text())
                        .contains("1.2.2027", "Medlemskapet slutar", "Medlemskapet börjar", "Sivistysjohtaja")
                        .doesNotContain("Salainen", "Toinen"));
        assertThat(subjects("toinen.nimi@"))
                .anySatisfy(subject -> assertThat(subject).contains("dataskyddsinformation"));
    }

    @Test
    void anOrganisationThatEndsReadsThatItNeedNotAnswer() throws MessagingException {
        RequestId asked = bench.ask("Forssa");
        endings.end(
                bench.council().code(),
                requests.get(asked).organisation(),
                LocalDate.of(2026, 12, 31),
                null,
                0,
                coordinator);
        dispatcher.dispatchDue();
        assertThat(subjects("kirjaamo@forssa"))
                .anySatisfy(subject -> assertThat(subject).contains("nimeämispyyntö on suljettu", "Forssa"));
        assertThat(server.received())
                .anySatisfy(mail -> assertThat(mail.text())
                        .contains("viimeinen päivä on 31.12.2026", "ei tarvitse vastata", coordinator.email()));
    }

    private List<String> subjects(String address) throws MessagingException {
        List<String> subjects = new ArrayList<>();
        for (Received mail : server.received()) {
            if (mail.recipient().startsWith(address)) {
                subjects.add(mail.message().getSubject());
            }
        }
        return subjects;
    }

    @Test
    void aRequestThatDoesNotArriveIsATaskAndLeavesAgainToTheCorrectedAddress() {
        server.play((step, recipient) -> step == Step.RECIPIENT && recipient.startsWith("kirjaamo@forssa")
                ? Act.say("550 5.1.1 no such user")
                : null);
        bench.ask("Forssa");
        dispatcher.dispatchDue();
        OpenTask task = worklist.of(coordinator).get(0);
        assertThat(task.task()).isEqualTo("Activity_HandleUndeliverable");
        desk.complete(
                task.id(),
                coordinator,
                Map.of("undeliverableAnswer", "CORRECTED", "newAddress", "uusi.kirjaamo@forssa.example"));
        NominationBench.at(NominationBench.ASKED.plus(Duration.ofMinutes(5)));
        dispatcher.dispatchDue();
        assertThat(to("uusi.kirjaamo@forssa").text()).contains("/nominate/");
        assertThat(jdbc.sql("select registry_email from hyte.organisation where municipality_code = :council")
                        .param("council", bench.council().code().value())
                        .query(String.class)
                        .single())
                .isEqualTo("uusi.kirjaamo@forssa.example");
        assertThat(jdbc.sql("""
                        select address from hyte.notification where municipality_code = :council
                            and kind = 'NOMINATION_REMINDER' and recipient like '%:registry'""")
                        .param("council", bench.council().code().value())
                        .query(String.class)
                        .list())
                .as("reminders planned before the correction")
                .hasSize(3)
                .containsOnly("uusi.kirjaamo@forssa.example");
    }

    /** The newest mail to an address that begins so. */
    private Received to(String address) {
        return server.received().stream()
                .filter(mail -> mail.recipient().startsWith(address))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
