package fi.hytekello.nomination;

import static fi.hytekello.nomination.NominationBench.answer;
import static fi.hytekello.nomination.NominationBench.at;
import static fi.hytekello.nomination.NominationBench.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.TestPages;
import fi.hytekello.Towns;
import fi.hytekello.WholeTest;
import fi.hytekello.body.Bodies;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.Compositions;
import fi.hytekello.body.Endings;
import fi.hytekello.body.Membership;
import fi.hytekello.body.Memberships;
import fi.hytekello.body.OrganisationDraft;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.OrganisationKind;
import fi.hytekello.body.Organisations;
import fi.hytekello.body.SeatChoices;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.nomination.RequestAnswers.Received;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/**
 * The edge cases at the end of domain chapter 5.3, each played on the real engine, database and outbox; those that have
 * their test elsewhere are pointed at.
 *
 * <ul>
 *   <li>no answer at all: {@link RequestsTest#withoutAnAnswerItIsLateAndTheCoordinatorClosesItWithAReason}, {@link
 *       RequestsTest#theManagementIsToldAndTheCoordinatorAskedAgainAfterFiveWorkingDays}; more time for all: {@link
 *       #theRoundItselfHasTheNewDeadlineWhenItIsExtendedForAll};
 *   <li>answer from the wrong person: {@link RequestsTest#anotherSenderProposesAReplacementAndTheFirstStaysUntilItIsConfirmed},
 *       and the registry's warning in {@code MailedAnswersTest#warnsTheRegistryOfASenderWhomTheOrganisationDoesNotHave};
 *   <li>the same person from two organisations: {@link RequestsTest#showsTheSamePersonFromTwoOrganisations}, {@link
 *       RoundEndTest#whoIsAppointedForOneOrganisationIsNotToldOfTheOtherSeat};
 *   <li>a nominee declines: {@link RequestsTest#aNomineeWhoDeclinesReopensThatSeatAlone} and the two after it;
 *   <li>a nominee changes organisation within the term: {@link #whoLeavesWithinTheTermHasOneSeatAskedForAndKeepsItUntilThen}
 *       and those after it;
 *   <li>municipalities merge within the term: {@link #afterAMergerTheCoordinatorChoosesWhoOfTwoHasTheOneSeat};
 *   <li>an organisation answers after the first meeting: {@link #anAnswerAfterTheAppointmentIsNotLostAndTheCoordinatorDecides},
 *       by mail {@code MailedAnswersTest#whatComesAfterTheCompositionIsRecordedAndTheCoordinatorDecides};
 *   <li>bounced mail: {@code NominationMailsTest#aRequestThatDoesNotArriveIsATaskAndLeavesAgainToTheCorrectedAddress}, {@code
 *       InboxTest#tellsTheRegistryThatAMailOfOursDidNotArrive};
 *   <li>the registry forwards as PDF: {@code MailedAnswersTest#aPdfThatTheOrganisationsRegistryForwardsIsOnThePage}, {@code
 *       InboxTest#findsTheFileInAMailThatTheRegistryForwardedAsAFile};
 *   <li>a joint authority is dissolved: {@link #anOrganisationThatIsDissolvedIsToldOnceAndNotAskedAnyMore}, {@link
 *       #whoCarriesOnForAnOrganisationIsAskedInsteadWhereItHasASeat}.
 * </ul>
 */
@WholeTest
class NominationEdgeCasesTest {

    private static final Appointment DECISION = new Appointment(
            "Maakuntahallitus",
            LocalDate.of(2027, 1, 14),
            "12",
            LocalDate.of(2027, 2, 1),
            LocalDate.of(2029, 5, 31),
            "");

    private static final Instant IN_TERM = Instant.parse("2027-09-01T08:00:00Z");

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Towns towns;

    @Autowired
    Rounds rounds;

    @Autowired
    RoundComposing composing;

    @Autowired
    Requests requests;

    @Autowired
    RequestAnswers answers;

    @Autowired
    MailedAnswers mailed;

    @Autowired
    Nominees nominees;

    @Autowired
    Memberships memberships;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    SeatOpenings openings;

    @Autowired
    SeatChoices choices;

    @Autowired
    Compositions compositions;

    @Autowired
    Bodies bodies;

    @Autowired
    Organisations organisations;

    @Autowired
    Endings endings;

    @Autowired
    RequestLinks links;

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private NominationBench bench;
    private Person coordinator;
    private BodyId body;
    private RequestId forssa;
    private RequestId silent;

    @BeforeEach
    void oneHasAnsweredAndOneHasNot() {
        at(NominationBench.ASKED);
        bench = beans.createBean(NominationBench.class).in(towns.makeRegionalCouncil());
        coordinator = bench.council().person(Role.REGIONAL_COORDINATOR);
        body = rounds.get(bench.round()).body();
        forssa = bench.ask("Forssa");
        silent = bench.ask("Janakkala");
        answers.record(forssa, RequestVia.LINK, answer(0, person(1, "Ensimmäinen Nimi")));
    }

    @AfterEach
    void end() {
        ClockUtil.reset();
    }

    @Test
    void aReplacementOfAComposedBodyEndsOneMembershipAndBeginsAnother() throws Exception {
        composed();
        assertThat(answers.record(forssa, RequestVia.HAND, answer(null, person(1, "Toinen Nimi"))))
                .isEqualTo(Received.TO_BE_CONFIRMED);
        OpenTask task = task();
        assertThat(TestPages.in(context)
                        .shown("/tasks/" + task.id() + "/answer-replacement", coordinator, "fi")
                        .text())
                .contains("Jäsenyys päättyy Ensimmäinen Nimi", "Ehdotettu Toinen Nimi", "Toimikausi alkaa");
        assertThatThrownBy(() -> desk.complete(task.id(), coordinator, Map.of("replacementConfirmed", "true")))
                .as("today, and the term has not begun")
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> desk.complete(
                        task.id(), coordinator, Map.of("replacementConfirmed", "true", "membersFrom", "2027-02-01")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("membersFrom"));
        desk.complete(task.id(), coordinator, Map.of("replacementConfirmed", "true", "membersFrom", "2027-04-01"));
        assertThat(history())
                .containsExactly("Ensimmäinen Nimi 2027-02-01 2027-03-31", "Toinen Nimi 2027-04-01 2029-05-31");
        assertThat(memberships.on(body, LocalDate.of(2027, 4, 1))).hasSize(1);
        assertThat(bench.mails(forssa, "NOMINATION_REPLACED"))
                .containsExactly("registry 2027-01-15", "expert 2027-01-15");
        assertThat(told("NOMINATION_REPLACED")).containsExactly("Ensimmäinen Nimi", "Toinen Nimi");
        assertThat(told("NOMINATION_PRIVACY")).contains("Toinen Nimi");
    }

    @Test
    void aReplacementOfAComposedBodyThatIsNotTakenChangesNothing() {
        composed();
        answers.record(forssa, RequestVia.HAND, answer(null, person(1, "Toinen Nimi")));
        desk.complete(task().id(), coordinator, Map.of("replacementConfirmed", "false"));
        assertThat(history()).containsExactly("Ensimmäinen Nimi 2027-02-01 2029-05-31");
        assertThat(requests.get(forssa).state()).isEqualTo(RequestState.CONFIRMED);
        assertThat(told("NOMINATION_REPLACED")).isEmpty();
    }

    @Test
    void anAnswerAfterTheAppointmentIsNotLostAndTheCoordinatorDecides() {
        composed();
        assertThat(requests.get(silent).state()).isEqualTo(RequestState.CLOSED_EMPTY);
        RequestAnswer late = answer(null, person(1, "Myöhäinen Nimi"));
        assertThat(answers.record(silent, RequestVia.HAND, late)).isEqualTo(Received.TO_BE_CONFIRMED);
        assertThat(answers.record(silent, RequestVia.HAND, late)).isEqualTo(Received.UNCHANGED);
        assertThat(history()).hasSize(1);
        desk.complete(task().id(), coordinator, Map.of("replacementConfirmed", "true", "membersFrom", "2027-03-01"));
        assertThat(history()).contains("Myöhäinen Nimi 2027-03-01 2029-05-31");
        assertThat(requests.get(silent).state()).isEqualTo(RequestState.CONFIRMED);
        assertThat(told("NOMINATION_REPLACED")).containsExactly("Myöhäinen Nimi");
    }

    @Test
    void theRoundItselfHasTheNewDeadlineWhenItIsExtendedForAll() {
        bench.deadlineOf(silent);
        desk.complete(task().id(), coordinator, Map.of("missingDecision", "EXTEND_ALL", "newDueOn", "2027-02-01"));
        assertThat(rounds.get(bench.round()).dueAt()).isEqualTo("2027-02-01T14:00:00Z");
        bench.deadlineOf(silent);
        desk.complete(task().id(), coordinator, Map.of("missingDecision", "EXTEND", "newDueOn", "2027-02-10"));
        assertThat(rounds.get(bench.round()).dueAt()).isEqualTo("2027-02-01T14:00:00Z");
    }

    @Test
    void whoLeavesWithinTheTermHasOneSeatAskedForAndKeepsItUntilThen() {
        seatsForMunicipalities();
        composed();
        at(IN_TERM);
        leaves("Ensimmäinen Nimi");
        assertThat(requests.get(forssa).state()).isEqualTo(RequestState.SENT);
        assertThat(named(forssa)).containsExactly("Ensimmäinen Nimi LEFT");
        assertThat(bench.mails(forssa, "NOMINATION_ASKED_AGAIN"))
                .containsExactly("registry 2027-09-01", "expert 2027-09-01");
        assertThat(bench.mails(forssa, "NOMINATION_REMINDER")).hasSize(3);
        assertThat(states(LocalDate.of(2027, 9, 16))).contains("Forssa MISSING");
        assertThatThrownBy(() -> leaves("Ensimmäinen Nimi")).isInstanceOf(Conflict.class);

        String token = links.mint(forssa);
        assertThat(links.request(token).isInTerm()).isTrue();
        int version = requests.get(forssa).version();
        assertThat(answers.record(forssa, RequestVia.LINK, answer(version, person(1, "Toinen Nimi"))))
                .isEqualTo(Received.TO_BE_CONFIRMED);
        assertThat(bench.mails(forssa, "NOMINATION_REMINDER")).isEmpty();
        desk.complete(task().id(), coordinator, Map.of("replacementConfirmed", "true", "membersFrom", "2027-10-01"));
        assertThat(history())
                .containsExactly("Ensimmäinen Nimi 2027-02-01 2027-09-30", "Toinen Nimi 2027-10-01 2029-05-31");
        assertThat(states(LocalDate.of(2027, 10, 1))).contains("Forssa IN_ORDER");
        assertThat(requests.get(forssa).state()).isEqualTo(RequestState.CONFIRMED);
        assertThat(bench.instanceOf(forssa)).isNull();
        assertThatThrownBy(() -> links.request(token)).isInstanceOf(NotFound.class);
        assertThat(told("NOMINATION_REPLACED")).containsExactly("Ensimmäinen Nimi", "Toinen Nimi");
    }

    @Test
    void whoIsProposedWithinTheTermAndNotTakenLeavesTheSeatOpenUntilItsDeadline() {
        seatsForMunicipalities();
        composed();
        at(IN_TERM);
        leaves("Ensimmäinen Nimi");
        answers.record(forssa, RequestVia.LINK, answer(requests.get(forssa).version(), person(1, "Toinen Nimi")));
        desk.complete(task().id(), coordinator, Map.of("replacementConfirmed", "false"));
        assertThat(requests.get(forssa).state()).isEqualTo(RequestState.OPENED);
        assertThat(bench.mails(forssa, "NOMINATION_REMINDER")).hasSize(3);
        bench.deadlineOf(forssa);
        assertThat(requests.get(forssa).state()).isEqualTo(RequestState.LATE);
        String link = links.mint(forssa);
        desk.complete(
                task().id(), coordinator, Map.of("missingDecision", "CLOSE", "closingReason", "Paikka jää tyhjäksi."));
        assertThat(requests.get(forssa).state()).isEqualTo(RequestState.CLOSED_EMPTY);
        assertThatThrownBy(() -> links.request(link)).isInstanceOf(NotFound.class);
        assertThat(history()).containsExactly("Ensimmäinen Nimi 2027-02-01 2029-05-31");
    }

    @Test
    void theSeatOfAMemberIsAskedForOnItsPage() throws Exception {
        seatsForMunicipalities();
        composed();
        at(IN_TERM);
        TestPages pages = TestPages.in(context);
        String ofBody = "/bodies/" + bench.council().code() + "/" + body;
        String page = pages.shown(ofBody, coordinator, "fi")
                .select("a:contains(Lähtee kesken kauden)")
                .attr("href");
        assertThat(pages.shown(page, coordinator, "fi").text())
                .contains("Ensimmäinen Nimi", "Forssa", "kirjaamo@forssa");
        assertThat(pages.shown(page, coordinator, "sv").text()).contains("Slutar mitt i perioden");
        String version = pages.shown(page, coordinator, "fi")
                .select("input[name=version]")
                .attr("value");
        assertThat(sent(pages, page, "version", version, "leftOn", "2027-09-15"))
                .as("without a deadline")
                .isEqualTo(400);
        assertThat(sent(pages, page, "version", version, "leftOn", "2027-09-15", "newDueOn", "2027-10-15"))
                .isEqualTo(302);
        assertThat(requests.get(forssa).isInTerm()).isTrue();
        assertThat(pages.shown("/nomination-requests/" + forssa, coordinator, "sv")
                        .text())
                .contains("har lämnat");
        Person registry = bench.council().person(Role.REGISTRY);
        pages.browser()
                .perform(get(page).with(user(registry.username().value())))
                .andExpect(status().isForbidden());
    }

    @Test
    void afterAMergerTheCoordinatorChoosesWhoOfTwoHasTheOneSeat() throws Exception {
        seatsForMunicipalities();
        answers.record(silent, RequestVia.LINK, answer(0, person(1, "Janakkalan Nimi")));
        bench.deadlineOf(forssa);
        bench.deadlineOf(silent);
        composing.confirm(bench.round(), DECISION, coordinator);
        OrganisationId merged = requests.get(silent).organisation();
        OrganisationId stays = requests.get(forssa).organisation();
        endings.end(bench.council().code(), merged, LocalDate.of(2027, 8, 31), stays, 0, coordinator);
        at(IN_TERM);
        assertThat(states(LocalDate.of(2027, 9, 1))).containsExactly("Forssa TOO_MANY");

        assertThatThrownBy(() -> leaves("Janakkalan Nimi"))
                .as("first it is chosen who stays")
                .isInstanceOf(Conflict.class);
        TestPages pages = TestPages.in(context);
        String page = pages.shown("/bodies/" + bench.council().code() + "/" + body, coordinator, "fi")
                .select("a:contains(Valitse, kuka jää)")
                .attr("href");
        Document shown = pages.shown(page, coordinator, "fi");
        assertThat(shown.text()).contains("Ensimmäinen Nimi", "Janakkalan Nimi");
        assertThat(pages.shown(page, coordinator, "sv").text()).contains("Välj vem som blir kvar");
        assertThat(sent(pages, page, "othersUntil", "2027-09-30"))
                .as("nobody stays")
                .isEqualTo(400);
        String staying = shown.select("p:contains(Janakkalan Nimi) input").attr("value");
        assertThat(sent(pages, page, "staying", staying, "othersUntil", "2027-09-30"))
                .isEqualTo(302);
        assertThat(history())
                .containsExactlyInAnyOrder(
                        "Ensimmäinen Nimi 2027-02-01 2027-09-30", "Janakkalan Nimi 2027-02-01 2029-05-31");
        assertThat(states(LocalDate.of(2027, 10, 1))).containsExactly("Forssa IN_ORDER");
        assertThatThrownBy(() -> choices.crowd(bench.council().code(), body, merged, coordinator))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void anOrganisationThatIsDissolvedIsToldOnceAndNotAskedAnyMore() {
        OrganisationId dissolved = requests.get(silent).organisation();
        endings.end(bench.council().code(), dissolved, LocalDate.of(2026, 12, 31), null, 0, coordinator);
        assertThat(requests.get(silent).state()).isEqualTo(RequestState.CLOSED_EMPTY);
        assertThat(requests.get(silent).closingReason()).contains("31.12.2026", "sista dag");
        assertThat(bench.instanceOf(silent)).isNull();
        assertThat(bench.mails(silent, "NOMINATION_CLOSED"))
                .containsExactly("registry 2026-12-17", "expert 2026-12-17");
        assertThat(bench.mails(silent, "NOMINATION_REMINDER")).isEmpty();
        assertThatThrownBy(() -> answers.record(silent, RequestVia.LINK, answer(0, person(1, "Myöhäinen Nimi"))))
                .isInstanceOf(Conflict.class);

        bench.deadlineOf(forssa);
        composing.confirm(bench.round(), DECISION, coordinator);
        assertThat(bench.mails(silent, "NOMINATION_COMPOSED")).isEmpty();
        assertThat(bench.mails(forssa, "NOMINATION_COMPOSED")).hasSize(2);
        assertThat(worklist.of(coordinator)).isEmpty();
    }

    @Test
    void whoCarriesOnForAnOrganisationIsAskedInsteadWhereItHasASeat() {
        OrganisationId ended = requests.get(silent).organisation();
        OrganisationId next = successor();
        endings.end(bench.council().code(), ended, LocalDate.of(2026, 12, 31), next, 0, coordinator);
        Request asked = requestTo(next);
        assertThat(asked.state()).isEqualTo(RequestState.SENT);
        assertThat(asked.dueOn()).isEqualTo(NominationBench.DUE_ON);
        assertThat(bench.mails(asked.id(), "NOMINATION_REQUEST")).containsExactly("registry 2026-12-17");
        bench.deadlineOf(forssa);
        assertThatThrownBy(() -> composing.confirm(bench.round(), DECISION, coordinator))
                .as("it waits for the answer")
                .isInstanceOf(Conflict.class);
        answers.record(asked.id(), RequestVia.HAND, answer(null, person(1, "Alueen Nimi")));
        composing.confirm(bench.round(), DECISION, coordinator);
        assertThat(history()).hasSize(2);
    }

    @Test
    void oneThatEndsAfterItsDeadlineAnswersStillAndWhoWasAskedIsNotAskedAgain() {
        OrganisationId ended = requests.get(silent).organisation();
        OrganisationId asked = requests.get(forssa).organisation();
        seatsForMunicipalities();
        endings.end(bench.council().code(), ended, LocalDate.of(2027, 6, 30), null, 0, coordinator);
        assertThat(requests.get(silent).state()).isEqualTo(RequestState.SENT);
        endings.end(bench.council().code(), ended, LocalDate.of(2026, 12, 31), asked, 1, coordinator);
        assertThat(requests.get(silent).state()).isEqualTo(RequestState.CLOSED_EMPTY);
        assertThat(bench.mails(forssa, "NOMINATION_REQUEST")).hasSize(1);
    }

    @Test
    void aPageTellsEverybodyOfTheCouncilForWhomARoundWaits() throws Exception {
        TestPages pages = TestPages.in(context);
        String page = "/nominations/" + bench.council().code() + "/" + bench.round() + "/waiting";
        Person registry = bench.council().person(Role.REGISTRY);
        assertThat(pages.shown(page, registry, "fi").text())
                .contains("Forssa on vastannut; vastausta voi korjata määräaikaan asti", "Janakkala ei ole vastannut")
                .contains("muistutus ke 30.12.2026")
                .doesNotContain("Ensimmäinen Nimi");
        answers.expect(silent, LocalDate.of(2027, 1, 11));
        assertThat(pages.shown(page, registry, "sv").text()).contains("beslutar mån 11.1.2027");
        bench.deadlineOf(silent);
        assertThat(pages.shown(page, coordinator, "fi").text())
                .contains("Ratkaise puuttuva vastaus", "ei vastannut määräajassa");
        Person stranger = towns.makeRegionalCouncil().person(Role.REGIONAL_COORDINATOR);
        pages.browser()
                .perform(get(page).with(user(stranger.username().value())))
                .andExpect(status().isNotFound());
    }

    /** The status with which the coordinator's form is answered. */
    private int sent(TestPages pages, String page, String... fields) throws Exception {
        MockHttpServletRequestBuilder form =
                post(page).with(csrf()).with(user(coordinator.username().value()));
        for (int n = 0; n < fields.length; n += 2) {
            form.param(fields[n], fields[n + 1]);
        }
        return pages.browser().perform(form).andReturn().getResponse().getStatus();
    }

    /** A wellbeing services county that has a seat of its own. */
    private OrganisationId successor() {
        OrganisationId next = organisations.add(
                bench.council().code(),
                new OrganisationDraft(
                        OrganisationKind.WELLBEING_COUNTY,
                        "Hyvinvointialue",
                        "Välfärdsområdet",
                        Languages.FINNISH,
                        "kirjaamo@hva.example",
                        null,
                        "",
                        "",
                        null,
                        null,
                        LocalDate.of(2020, 1, 1),
                        null),
                coordinator);
        jdbc.sql("""
                        insert into hyte.seat_rule (body_id, ordinal, organisation_id, min_seats, max_seats, deputies)
                        values (:body, 1, :next, 1, 1, false)""").param("body", body.value()).param("next", next.value()).update();
        return next;
    }

    private Request requestTo(OrganisationId organisation) {
        long id = jdbc.sql("select id from hyte.nomination_request where organisation_id = :organisation")
                .param("organisation", organisation.value())
                .query(Long.class)
                .single();
        return requests.get(new RequestId(id));
    }

    private void seatsForMunicipalities() {
        jdbc.sql("""
                        insert into hyte.seat_rule (body_id, ordinal, kind, min_seats, max_seats, deputies)
                        values (:body, 1, 'MUNICIPALITY', 1, 1, false)""").param("body", body.value()).update();
    }

    /** On 15 September, and the organisation has until 15 October. */
    private void leaves(String name) {
        Membership member = memberships.of(body).stream()
                .filter(one -> one.content().name().equals(name))
                .findFirst()
                .orElseThrow();
        SeatOpenings.Seat seat = openings.seat(bench.council().code(), body, member.id(), coordinator);
        openings.ask(seat, LocalDate.of(2027, 9, 15), LocalDate.of(2027, 10, 15), member.version(), coordinator);
    }

    private List<String> named(RequestId request) {
        return nominees.of(request).stream()
                .map(one -> one.name() + " " + one.state())
                .toList();
    }

    private List<String> states(LocalDate day) {
        return compositions.seats(bodies.get(bench.council().code(), body), day).stream()
                .map(one -> one.organisation().nameFi() + " " + one.state())
                .toList();
    }

    /** The one who has not answered is closed empty, and the body is composed of the other. */
    private void composed() {
        bench.deadlineOf(forssa);
        bench.deadlineOf(silent);
        desk.complete(task().id(), coordinator, Map.of("missingDecision", "CLOSE", "closingReason", "Ei vastausta."));
        composing.confirm(bench.round(), DECISION, coordinator);
        mailed.roundEnded(bench.round());
    }

    private OpenTask task() {
        List<OpenTask> open = worklist.of(coordinator);
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    /** All memberships by their beginning, as name, first and last day. */
    private List<String> history() {
        return memberships.of(body).stream()
                .map(one -> one.content())
                .map(one -> one.name() + " " + one.startsOn() + " " + one.endsOn())
                .toList();
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
}
