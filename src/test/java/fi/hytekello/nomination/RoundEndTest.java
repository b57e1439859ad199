package fi.hytekello.nomination;

import static fi.hytekello.nomination.NominationBench.answer;
import static fi.hytekello.nomination.NominationBench.at;
import static fi.hytekello.nomination.NominationBench.person;
import static fi.hytekello.nomination.NominationBench.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.WholeTest;
import fi.hytekello.audit.AuditTrail;
import fi.hytekello.audit.PersonalData;
import fi.hytekello.audit.RetentionRound;
import fi.hytekello.body.Composition;
import fi.hytekello.body.Gender;
import fi.hytekello.body.Memberships;
import fi.hytekello.document.PdfCheck;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a round ends: who is told what, what is kept of whom, and who is asked once more. */
@WholeTest
class RoundEndTest {

    private static final Appointment DECISION =
            new Appointment("Maakuntahallitus", LocalDate.of(2027, 1, 14), "12", LocalDate.of(2027, 2, 1), null, "");

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Towns towns;

    @Autowired
    Rounds rounds;

    @Autowired
    RoundComposing composing;

    @Autowired
    SecondCandidates seconds;

    @Autowired
    AskingAgain askingAgain;

    @Autowired
    QuotaStatements statements;

    @Autowired
    Requests requests;

    @Autowired
    RequestAnswers answers;

    @Autowired
    Nominees nominees;

    @Autowired
    Memberships memberships;

    @Autowired
    Municipalities municipalities;

    @Autowired
    PersonalData personalData;

    @Autowired
    RetentionRound retention;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    private NominationBench bench;
    private RoundId round;
    private Person coordinator;
    private RequestId forssa;
    private RequestId loppi;
    private RequestId silent;

    @BeforeEach
    void allHaveAnswered() {
        at(NominationBench.ASKED);
        bench = beans.createBean(NominationBench.class).in(towns.makeRegionalCouncil());
        round = bench.round();
        coordinator = bench.council().person(Role.REGIONAL_COORDINATOR);
        forssa = bench.ask("Forssa");
        loppi = bench.ask("Loppi");
        silent = bench.ask("Janakkala");
        answers.record(forssa, RequestVia.LINK, answer(0, person(1, "Forssan Nimi")));
        answers.record(loppi, RequestVia.LINK, answer(0, person(1, "Lopen Nimi")));
        answers.decline(silent, RequestVia.LINK, "Emme osallistu.", null);
        List.of(forssa, loppi, silent).forEach(bench::deadlineOf);
    }

    @AfterEach
    void end() {
        ClockUtil.reset();
    }

    @Test
    void everyOrganisationAndEveryNomineeIsToldOnceHoweverOftenItIsConfirmed() {
        composing.leaveOut(round, nominee("Lopen Nimi").id(), true);
        composing.confirm(round, DECISION, coordinator);
        assertThatThrownBy(() -> composing.confirm(round, DECISION, coordinator))
                .isInstanceOf(Conflict.class);
        for (RequestId one : List.of(forssa, loppi, silent)) {
            assertThat(bench.mails(one, "NOMINATION_COMPOSED"))
                    .containsExactly("registry 2027-01-15", "expert 2027-01-15");
        }
        assertThat(told("NOMINATION_APPOINTED")).containsExactly("Forssan Nimi");
        assertThat(told("NOMINATION_NOT_APPOINTED")).containsExactly("Lopen Nimi");
        assertThat(told("NOMINATION_PRIVACY")).containsExactly("Forssan Nimi", "Lopen Nimi");
        assertThat(memberships.of(rounds.get(round).body()))
                .extracting(one -> one.content().name())
                .containsExactly("Forssan Nimi");
        assertThatThrownBy(() -> composing.leaveOut(round, nominee("Lopen Nimi").id(), false))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void theCoordinatorChoosesBetweenTheTwoCandidatesOfASeatAndOnlyTheChosenCounts() {
        answers.record(
                forssa,
                RequestVia.LINK,
                answer(null, person(1, "Forssan Nimi"), second(1, "Toinen Nimi", Gender.WOMAN)));
        assertThat(women()).isZero();
        long second = nominee("Toinen Nimi").id();
        composing.leaveOut(round, nominee("Forssan Nimi").id(), true);
        seconds.choose(round, second);
        assertThat(women()).isEqualTo(1);
        assertThat(nominee("Forssan Nimi").state()).isEqualTo(NomineeState.ALTERNATIVE);
        assertThat(audit.about(bench.council().code(), "nominee:" + second)).hasSize(1);
        assertThatThrownBy(() -> seconds.choose(round, second)).isInstanceOf(Conflict.class);
        composing.confirm(round, DECISION, coordinator);
        assertThat(told("NOMINATION_APPOINTED")).containsExactly("Lopen Nimi", "Toinen Nimi");
        assertThat(told("NOMINATION_NOT_APPOINTED")).containsExactly("Forssan Nimi");
        long first = nominee("Forssan Nimi").id();
        assertThatThrownBy(() -> seconds.choose(round, first)).isInstanceOf(Conflict.class);
        at(NominationBench.DUE.plus(Duration.ofDays(190)));
        retention.run();
        assertThat(nominee("Forssan Nimi").email()).isNull();
        assertThat(nominee("Toinen Nimi").email()).isNotNull();
    }

    @Test
    void aSecondCandidateIsChosenAlsoForASeatThatIsFreeAgain() {
        jdbc.sql("update hyte.nominee set state = 'ALTERNATIVE' where id = :id")
                .param("id", nominee("Forssan Nimi").id())
                .update();
        jdbc.sql("update hyte.nomination_request set state = 'CLOSED_EMPTY' where id = :id")
                .param("id", forssa.value())
                .update();
        assertThat(askingAgain.free(round)).contains(forssa.value());
        seconds.choose(round, nominee("Forssan Nimi").id());
        assertThat(requests.get(forssa).state()).isEqualTo(RequestState.CONFIRMED);
        assertThat(women()).isZero();
    }

    /** Members of the body, were it composed now. */
    private int women() {
        Composition composition = composing.composition(rounds.get(round), false);
        assertThat(composition.members().size()).isEqualTo(2);
        return composition.members().women();
    }

    @Test
    void nomineesHearWhatIsHeldOfThemWhenTheAnswerIsConfirmedAndNotBefore() {
        assertThat(told("NOMINATION_PRIVACY")).containsExactly("Forssan Nimi", "Lopen Nimi");
        RequestId later = bench.ask("Hattula");
        answers.record(later, RequestVia.HAND, answer(null, person(1, "Hattulan Nimi")));
        assertThat(told("NOMINATION_PRIVACY")).hasSize(3);
    }

    @Test
    void whoIsAppointedForOneOrganisationIsNotToldOfTheOtherSeat() {
        jdbc.sql("update hyte.nominee set name = 'Forssan nimi' where id = :id")
                .param("id", nominee("Lopen Nimi").id())
                .update();
        assertThat(nominees.namedTwice(round, Languages.FINNISH)).hasSize(2);
        composing.leaveOut(round, nominee("Forssan nimi").id(), true);
        composing.confirm(round, DECISION, coordinator);
        assertThat(told("NOMINATION_APPOINTED")).containsExactly("Forssan Nimi");
        assertThat(told("NOMINATION_NOT_APPOINTED")).isEmpty();
    }

    @Test
    void anOrganisationWithAFreeSeatIsAskedAgainAndTheBodyWaitsForItsAnswer() {
        LocalDate until = LocalDate.of(2027, 1, 29);
        assertThat(askingAgain.free(round)).contains(silent.value());
        assertThatThrownBy(() ->
                        askingAgain.ask(round, silent, until, bench.council().person(Role.REGIONAL_DIRECTOR)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> askingAgain.ask(round, silent, LocalDate.of(2027, 1, 15), coordinator))
                .isInstanceOf(InvalidInput.class);
        askingAgain.ask(round, silent, until, coordinator);
        assertThatThrownBy(() -> askingAgain.ask(round, silent, until, coordinator))
                .isInstanceOf(Conflict.class);
        assertThat(requests.get(silent).state()).isEqualTo(RequestState.SENT);
        assertThat(bench.instanceOf(silent)).isNotNull();
        assertThat(bench.mails(silent, "NOMINATION_ASKED_AGAIN"))
                .containsExactly("registry 2027-01-15", "expert 2027-01-15");
        assertThatThrownBy(() -> composing.confirm(round, DECISION, coordinator))
                .isInstanceOf(Conflict.class);

        int version = requests.get(silent).version();
        answers.record(silent, RequestVia.LINK, answer(version, person(1, "Janakkalan Nimi")));
        bench.deadlineOf(silent);
        assertThat(requests.get(silent).state()).isEqualTo(RequestState.CONFIRMED);
        composing.confirm(round, DECISION, coordinator);
        assertThat(told("NOMINATION_APPOINTED")).contains("Janakkalan Nimi");
    }

    @Test
    void aRoundThatEndsWithoutACompositionAwaitsNothingMore() {
        askingAgain.ask(round, silent, LocalDate.of(2027, 1, 29), coordinator);
        assertThat(bench.mails(silent, "NOMINATION_REMINDER")).isNotEmpty();
        composing.cancel(round);
        assertThat(requests.get(silent).state()).isEqualTo(RequestState.CLOSED_EMPTY);
        assertThat(bench.instanceOf(silent)).isNull();
        assertThat(bench.mails(silent, "NOMINATION_REMINDER")).isEmpty();
        assertThat(told("NOMINATION_NOT_APPOINTED")).isEmpty();
    }

    @Test
    void aReplacementIsSettledBeforeTheBodyIsComposed() {
        answers.record(forssa, RequestVia.HAND, answer(null, person(1, "Toinen Nimi")));
        assertThatThrownBy(() -> composing.confirm(round, DECISION, coordinator))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void halfAYearLaterContactDetailsOfThoseNotAppointedAreGoneAndTheirNumberIsRecorded() {
        jdbc.sql("update hyte.nominee set gender = 'MAN', phone = '040 0000000' where email is not null")
                .update();
        composing.leaveOut(round, nominee("Lopen Nimi").id(), true);
        composing.confirm(round, DECISION, coordinator);
        at(NominationBench.DUE.plus(Duration.ofDays(170)));
        retention.run();
        assertThat(nominee("Lopen Nimi").email()).isNotNull();
        at(NominationBench.DUE.plus(Duration.ofDays(190)));
        retention.run();
        retention.run();
        Nominee out = nominee("Lopen Nimi");
        assertThat(out.email()).isNull();
        assertThat(out.phone()).isEmpty();
        assertThat(out.gender().name()).isEqualTo("NOT_STATED");
        assertThat(nominee("Forssan Nimi").email()).isEqualTo("forssan.nimi@kunta.example");
        assertThat(addresses()).isEmpty();
        assertThat(audit.about(bench.council().code(), "nomination:" + round))
                .filteredOn(event -> event.action().equals("retention.nomineeContact"))
                .extracting(event -> event.details().toString())
                .containsExactly("{\"deleted\":1}");
    }

    @Test
    void aPersonGetsAllThatIsHeldOfThemAndTheRecordDoesNotSayOfWhom() {
        composing.confirm(round, DECISION, coordinator);
        Municipality council = municipalities.get(bench.council().code());
        Nominee one = nominee("Forssan Nimi");
        String file = new String(
                personalData.export(council, "nominee:" + one.id(), one.name(), one.email(), Languages.FINNISH),
                StandardCharsets.UTF_8);
        assertThat(file)
                .contains("forssan.nimi@kunta.example", "\"tehtävä\" : \"jäsen\"", "osoitteella", "Nimetyn tietosuoja")
                .contains("\"jäsenyydet\" : [ {")
                .doesNotContain("Lopen", "??");
        assertThat(new String(
                        personalData.export(council, "nominee:1", one.name(), null, Languages.SWEDISH),
                        StandardCharsets.UTF_8))
                .contains("bara med namnet", "\"medlemskap\" : [ {");
        Municipality other = municipalities.get(towns.makeRegionalCouncil().code());
        assertThat(new String(
                        personalData.export(other, "nominee:1", one.name(), one.email(), Languages.FINNISH),
                        StandardCharsets.UTF_8))
                .doesNotContain("kunta.example");
        assertThat(audit.about(council.code(), "nominee:" + one.id()))
                .extracting(event -> event.action() + event.details())
                .containsExactly("personalData.exported{}");
    }

    @Test
    void theStatementOnTheQuotaIsKeptAsItWasWhenTheBodyWasComposed() {
        jdbc.sql("update hyte.nominee set gender = 'WOMAN' where id = :id")
                .param("id", nominee("Forssan Nimi").id())
                .update();
        jdbc.sql("update hyte.nomination_request set lone_reason = 'Muita ei ole.' where id = :id")
                .param("id", forssa.value())
                .update();
        Round open = rounds.get(round);
        assertThat(statements.confirmed(round, Languages.FINNISH)).isEmpty();
        byte[] draft = statements.draft(open, composing.composition(open, false), Languages.FINNISH);
        assertThat(PdfCheck.text(draft)).contains("LUONNOS");
        composing.confirm(round, DECISION, coordinator);
        byte[] finnish = statements.confirmed(round, Languages.FINNISH).orElseThrow();
        byte[] swedish = statements.confirmed(round, Languages.SWEDISH).orElseThrow();
        assertThat(PdfCheck.faults(finnish)).isEmpty();
        assertThat(PdfCheck.faults(swedish)).isEmpty();
        assertThat(PdfCheck.text(finnish))
                .contains(
                        "Maakuntahallitus 14.1.2027 § 12",
                        "Jäsenet",
                        "3 organisaatiolta",
                        "KHO 1997:49",
                        "ehdokas: Muita")
                .doesNotContain("LUONNOS", "Forssan Nimi");
        assertThat(PdfCheck.text(swedish)).contains("Kvinnor", "3 organisationer", "HFD");
    }

    private Nominee nominee(String name) {
        return nominees.everybody(round).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> told(String kind) {
        return jdbc.sql("""
                        select n.name from hyte.notification t join hyte.nominee n on t.recipient = 'nominee:' || n.id
                        where t.municipality_code = :council and t.kind = :kind order by n.name""")
                .param("council", bench.council().code().value())
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    /** Of nominees, in the outbox. */
    private List<String> addresses() {
        return jdbc.sql("""
                        select address from hyte.notification
                        where municipality_code = :council and recipient like 'nominee:%' and address <> ''""")
                .param("council", bench.council().code().value())
                .query(String.class)
                .list();
    }
}
