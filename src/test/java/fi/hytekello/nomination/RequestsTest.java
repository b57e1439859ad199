package fi.hytekello.nomination;

import static fi.hytekello.nomination.NominationBench.answer;
import static fi.hytekello.nomination.NominationBench.at;
import static fi.hytekello.nomination.NominationBench.person;
import static fi.hytekello.nomination.NominationBench.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.body.Gender;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.nomination.RequestAnswers.Received;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.TaskNames;
import fi.hytekello.worklist.Worklist;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A request from its sending to its end, with all that may come between. */
@WholeTest
class RequestsTest {

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
    Worklist worklist;

    @Autowired
    SecondCandidates seconds;

    @Autowired
    TaskDesk desk;

    @Autowired
    TaskNames names;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private NominationBench bench;
    private Person coordinator;
    private RequestId asked;

    @BeforeEach
    void asks() {
        at(NominationBench.ASKED);
        Town council = towns.makeRegionalCouncil();
        bench = beans.createBean(NominationBench.class).in(council);
        coordinator = council.person(Role.REGIONAL_COORDINATOR);
        asked = bench.ask("Forssa");
    }

    @AfterEach
    void end() {
        ClockUtil.reset();
    }

    @Test
    void goesToTheRegistryAndForInformationToTheExpertAndRemindsThreeTimes() {
        assertThat(state()).isEqualTo(RequestState.SENT);
        assertThat(bench.mails(asked, "NOMINATION_REQUEST")).containsExactly("registry 2026-12-17");
        assertThat(bench.mails(asked, "NOMINATION_COPY")).containsExactly("expert 2026-12-17");
        assertThat(bench.mails(asked, "NOMINATION_REMINDER"))
                .containsExactly("registry 2026-12-30", "registry 2027-01-12", "registry 2027-01-14");
        requests.send(asked);
        assertThat(bench.mails(asked, "NOMINATION_REQUEST")).hasSize(1);
    }

    @Test
    void isConfirmedAtTheDeadlineWithTheLastCorrection() {
        assertThat(give(RequestVia.LINK, 0, "Ensimmäinen Nimi")).isEqualTo(Received.STORED);
        assertThat(bench.mails(asked, "NOMINATION_REMINDER")).isEmpty();
        assertThat(bench.mails(asked, "NOMINATION_RECEIVED"))
                .containsExactly("registry 2026-12-17", "expert 2026-12-17");
        assertThat(give(RequestVia.LINK, 1, "Korjattu Nimi")).isEqualTo(Received.STORED);
        assertThat(current()).containsExactly("Korjattu Nimi");
        assertThat(state()).isEqualTo(RequestState.NOMINATED);
        bench.deadlineOf(asked);
        assertThat(state()).isEqualTo(RequestState.CONFIRMED);
        assertThat(bench.instanceOf(asked)).isNull();
        assertThat(tasks()).isEmpty();
    }

    @Test
    void takesADoubleSubmitOnceAndRefusesToOverwriteWhatWasNotSeen() {
        give(RequestVia.LINK, 0, "Ensimmäinen Nimi");
        assertThat(give(RequestVia.LINK, 0, "Ensimmäinen Nimi")).isEqualTo(Received.UNCHANGED);
        assertThat(bench.mails(asked, "NOMINATION_RECEIVED")).hasSize(2);
        assertThatThrownBy(() -> give(RequestVia.LINK, 0, "Toinen Nimi")).isInstanceOf(Conflict.class);
        assertThat(current()).containsExactly("Ensimmäinen Nimi");
    }

    @Test
    void refusesAnAnswerThatLacksSomethingAndNamesTheField() {
        assertRefused("nomineeName-1", answer(0));
        assertRefused("nomineeEmail-1", answer(0, contact("", "")));
        assertRefused("nomineeEmail-1", answer(0, contact("ei osoite", "")));
        assertRefused("nomineeName-2", answer(0, person(1, "Nimi Nimi"), person(2, "Toinen Nimi")));
        assertRefused(
                "nominatingBody",
                new RequestAnswer(List.of(person(1, "Nimi Nimi")), new Request.Decision("", null, ""), null, 0));
        assertRefused(
                "nominatedOn",
                new RequestAnswer(
                        List.of(person(1, "Nimi Nimi")),
                        new Request.Decision("Hallitus", LocalDate.of(2027, 1, 1), ""),
                        null,
                        0));
        assertThat(state()).isEqualTo(RequestState.SENT);
    }

    @Test
    void aDayOfDecisionMovesTheReminderAndNotTheDeadline() {
        answers.expect(asked, LocalDate.of(2027, 1, 11));
        assertThat(state()).isEqualTo(RequestState.IN_DECISION);
        assertThat(bench.mails(asked, "NOMINATION_REMINDER"))
                .containsExactly("registry 2027-01-12", "registry 2027-01-14");
        answers.expect(asked, LocalDate.of(2027, 1, 7));
        assertThat(bench.mails(asked, "NOMINATION_REMINDER"))
                .containsExactly("registry 2027-01-08", "registry 2027-01-12", "registry 2027-01-14");
        answers.expect(asked, LocalDate.of(2027, 1, 20));
        assertThat(bench.mails(asked, "NOMINATION_REMINDER")).isEmpty();
        assertThat(requests.get(asked).dueOn()).isEqualTo(NominationBench.DUE_ON);
        assertThatThrownBy(() -> answers.expect(asked, LocalDate.of(2026, 12, 16)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void withoutAnAnswerItIsLateAndTheCoordinatorClosesItWithAReason() {
        bench.deadlineOf(asked);
        assertThat(state()).isEqualTo(RequestState.LATE);
        OpenTask task = task();
        assertThat(task.groups()).containsExactly("regional-coordinator");
        assertThat(task.matter()).isEqualTo("nomination:" + bench.round());
        assertThat(task.dueAt()).isEqualTo("2027-01-22T14:00:00Z");
        assertThat(names.of(List.of(task), coordinator, Languages.FINNISH)
                        .get(0)
                        .toString())
                .contains("Ratkaise puuttuva vastaus", "Forssa");
        assertThatThrownBy(() -> desk.complete(task.id(), coordinator, Map.of("missingDecision", "CLOSE")))
                .isInstanceOf(InvalidInput.class);
        desk.complete(
                task.id(),
                coordinator,
                Map.of("missingDecision", "CLOSE", "closingReason", "Ei nimeä tällä kaudella."));
        assertThat(state()).isEqualTo(RequestState.CLOSED_EMPTY);
        assertThat(bench.instanceOf(asked)).isNull();
        assertThatThrownBy(() -> give(RequestVia.LINK, null, "Myöhäinen Nimi")).isInstanceOf(Conflict.class);
    }

    @Test
    void aLateAnswerIsMarkedAndTakesTheTaskAway() {
        bench.deadlineOf(asked);
        assertThat(give(RequestVia.LINK, 0, "Myöhäinen Nimi")).isEqualTo(Received.STORED);
        assertThat(requests.get(asked).late()).isTrue();
        assertThat(state()).isEqualTo(RequestState.CONFIRMED);
        assertThat(tasks()).isEmpty();
        assertThat(bench.instanceOf(asked)).isNull();
    }

    @Test
    void extendsOneOrAllThatAreStillOpen() {
        RequestId other = bench.ask("Janakkala");
        RequestId answered = bench.ask("Loppi");
        answers.record(answered, RequestVia.LINK, answer(0, person(1, "Lopen Nimi")));
        bench.deadlineOf(asked);
        bench.deadlineOf(other);
        bench.deadlineOf(answered);
        String task = taskOf(asked).id();
        assertThatThrownBy(() -> desk.complete(task, coordinator, extension("EXTEND", "2027-01-15")))
                .isInstanceOf(InvalidInput.class);
        desk.complete(task, coordinator, extension("EXTEND_ALL", "2027-01-30"));
        // A Saturday, so the next working day.
        for (RequestId one : List.of(asked, other)) {
            assertThat(requests.get(one).dueAt()).isEqualTo("2027-02-01T14:00:00Z");
            assertThat(requests.get(one).state()).isEqualTo(RequestState.SENT);
            assertThat(bench.mails(one, "NOMINATION_EXTENSION")).hasSize(1);
            assertThat(bench.mails(one, "NOMINATION_REMINDER"))
                    .contains("registry 2027-01-18", "registry 2027-01-27", "registry 2027-01-29");
        }
        assertThat(requests.get(answered).state()).isEqualTo(RequestState.CONFIRMED);
        assertThat(tasks()).isEmpty();
        bench.deadlineOf(other);
        desk.complete(taskOf(other).id(), coordinator, extension("EXTEND", "2027-02-10"));
        assertThat(requests.get(asked).dueOn()).isEqualTo("2027-02-01");
        assertThat(requests.get(other).dueOn()).isEqualTo("2027-02-10");
    }

    @Test
    void theManagementIsToldAndTheCoordinatorAskedAgainAfterFiveWorkingDays() {
        bench.deadlineOf(asked);
        desk.complete(task().id(), coordinator, Map.of("missingDecision", "ESCALATE"));
        assertThat(bench.mails(asked, "NOMINATION_ESCALATION")).containsExactly("management 2027-01-15");
        assertThat(state()).isEqualTo(RequestState.LATE);
        assertThat(tasks()).isEmpty();
        bench.deadlineOf(asked);
        assertThat(ClockUtil.getCurrentTime().toInstant()).isEqualTo("2027-01-22T14:00:00Z");
        jdbc.sql("update hyte.organisation set management_email = null where municipality_code = :council")
                .param("council", bench.council().code().value())
                .update();
        assertThatThrownBy(() -> desk.complete(task().id(), coordinator, Map.of("missingDecision", "ESCALATE")))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void theManagementIsNotToldOfWhatWasAnsweredBeforeTheMailLeft() {
        bench.deadlineOf(asked);
        desk.complete(task().id(), coordinator, Map.of("missingDecision", "ESCALATE"));
        give(RequestVia.LINK, null, "Myöhäinen Nimi");
        assertThat(bench.mails(asked, "NOMINATION_ESCALATION")).isEmpty();
    }

    @Test
    void whoDeclinesMayChangeTheirMindUntilTheDeadline() {
        answers.decline(asked, RequestVia.LINK, "Emme osallistu.", null);
        assertThat(state()).isEqualTo(RequestState.DECLINED);
        assertThat(bench.mails(asked, "NOMINATION_REMINDER")).isEmpty();
        answers.record(
                asked,
                RequestVia.LINK,
                answer(1, person(1, "Sittenkin Nimi"), second(1, "Toinen Nimi", Gender.NOT_STATED)));
        assertThat(state()).isEqualTo(RequestState.NOMINATED);
        answers.decline(asked, RequestVia.LINK, "Emme sittenkään.", null);
        assertThat(named()).isEmpty();
        bench.deadlineOf(asked);
        assertThat(state()).isEqualTo(RequestState.DECLINED);
        assertThat(bench.instanceOf(asked)).isNull();
        assertThatThrownBy(() -> give(RequestVia.LINK, 2, "Vielä Nimi")).isInstanceOf(Conflict.class);
    }

    @Test
    void aLetterThatArrivedInTimeIsNotLateWhenItIsRecordedLater() {
        bench.deadlineOf(asked);
        at(NominationBench.DUE.plus(Duration.ofDays(3)));
        RequestAnswer letter = new RequestAnswer(
                List.of(person(1, "Kirjeen Nimi")), new Request.Decision("", null, ""), LocalDate.of(2027, 1, 14), 0);
        answers.record(asked, RequestVia.HAND, letter);
        assertThat(requests.get(asked).late()).isFalse();
        assertThat(state()).isEqualTo(RequestState.CONFIRMED);
    }

    @Test
    void anotherSenderProposesAReplacementAndTheFirstStaysUntilItIsConfirmed() {
        give(RequestVia.LINK, 0, "Ensimmäinen Nimi");
        assertThat(give(RequestVia.MAIL, null, "Väärältä Lähettäjältä")).isEqualTo(Received.TO_BE_CONFIRMED);
        assertThat(current()).containsExactly("Ensimmäinen Nimi");
        // The same mail again, and then another: still one who waits, and one task.
        assertThat(give(RequestVia.MAIL, null, "Väärältä Lähettäjältä")).isEqualTo(Received.UNCHANGED);
        give(RequestVia.MAIL, null, "Toinen Nimi");
        OpenTask task = task();
        assertThat(task.task()).isEqualTo("Activity_ConfirmReplacement");
        desk.complete(task.id(), coordinator, Map.of("replacementConfirmed", "false"));
        assertThat(current()).containsExactly("Ensimmäinen Nimi");
        give(RequestVia.MAIL, null, "Kolmas Nimi");
        desk.complete(task().id(), coordinator, Map.of("replacementConfirmed", "true"));
        assertThat(current()).containsExactly("Kolmas Nimi");
        assertThat(nominees.of(bench.round())).hasSize(1);
    }

    @Test
    void afterTheDeadlineTheSameSenderOnlyProposes() {
        give(RequestVia.LINK, 0, "Ensimmäinen Nimi");
        bench.deadlineOf(asked);
        assertThat(give(RequestVia.LINK, 1, "Uusi Nimi")).isEqualTo(Received.TO_BE_CONFIRMED);
        assertThat(current()).containsExactly("Ensimmäinen Nimi");
        assertThat(requests.get(asked).late()).isFalse();
    }

    @Test
    void aReplacementAfterTheFirstMeetingIsRecordedByHandAndNotTakenThroughTheLink() {
        give(RequestVia.LINK, 0, "Ensimmäinen Nimi");
        bench.deadlineOf(asked);
        bench.composed();
        assertThatThrownBy(() -> give(RequestVia.LINK, 1, "Uusi Nimi")).isInstanceOf(Conflict.class);
        assertThat(give(RequestVia.HAND, 1, "Uusi Nimi")).isEqualTo(Received.TO_BE_CONFIRMED);
        desk.complete(task().id(), coordinator, Map.of("replacementConfirmed", "true"));
        assertThat(current()).containsExactly("Uusi Nimi");
    }

    @Test
    void aNomineeWhoDeclinesReopensThatSeatAlone() {
        RequestId two = bench.ask("Hämeenlinna", Languages.FINNISH, 2);
        answers.record(two, RequestVia.LINK, answer(0, person(1, "Pysyvä Nimi"), person(2, "Lähtevä Nimi")));
        bench.deadlineOf(two);
        assertThat(bench.instanceOf(two)).isNull();
        Nominee leaving = nominees.of(two).get(1);
        Person director = bench.council().person(Role.REGIONAL_DIRECTOR);
        LocalDate until = LocalDate.of(2027, 1, 29);
        assertThatThrownBy(() -> requests.reopenSeat(two, leaving.id(), until, director))
                .isInstanceOf(Refused.class);
        requests.reopenSeat(two, leaving.id(), until, coordinator);
        assertThat(requests.get(two).state()).isEqualTo(RequestState.SENT);
        assertThat(requests.get(two).dueOn()).isEqualTo(until);
        assertThat(bench.mails(two, "NOMINATION_REOPENED")).containsExactly("registry 2027-01-15", "expert 2027-01-15");
        assertThat(bench.instanceOf(two)).isNotNull();
        assertThatThrownBy(() -> requests.reopenSeat(two, leaving.id(), until, coordinator))
                .isInstanceOf(Conflict.class);

        int version = requests.get(two).version();
        answers.record(two, RequestVia.LINK, answer(version, person(2, "Uusi Nimi")));
        assertThat(nominees.of(bench.round())).extracting(Nominee::name).containsExactly("Pysyvä Nimi", "Uusi Nimi");
        // The new one can be corrected, the settled one only replaced.
        Received received = answers.record(
                two, RequestVia.LINK, answer(version + 1, person(1, "Muu Nimi"), person(2, "Uudempi Nimi")));
        assertThat(received).isEqualTo(Received.TO_BE_CONFIRMED);
        assertThat(nominees.of(bench.round())).extracting(Nominee::name).containsExactly("Pysyvä Nimi", "Uudempi Nimi");
        bench.deadlineOf(two);
        assertThat(requests.get(two).state()).isEqualTo(RequestState.CONFIRMED);
    }

    @Test
    void whoeverStaysIsConfirmedWhenAReopenedSeatIsNotFilled() {
        RequestId two = bench.ask("Hämeenlinna", Languages.FINNISH, 2);
        answers.record(two, RequestVia.LINK, answer(0, person(1, "Pysyvä Nimi"), person(2, "Lähtevä Nimi")));
        bench.deadlineOf(two);
        requests.reopenSeat(two, nominees.of(two).get(1).id(), LocalDate.of(2027, 1, 29), coordinator);
        answers.decline(two, RequestVia.LINK, "Emme nimeä toista.", null);
        assertThat(requests.get(two).state()).isEqualTo(RequestState.CONFIRMED);
        assertThat(nominees.of(bench.round())).extracting(Nominee::name).containsExactly("Pysyvä Nimi");
    }

    @Test
    void aReopenedSeatThatNobodyFillsIsTheCoordinatorsAgain() {
        give(RequestVia.LINK, 0, "Lähtevä Nimi");
        requests.reopenSeat(asked, nominees.of(asked).get(0).id(), LocalDate.of(2027, 1, 29), coordinator);
        bench.deadlineOf(asked);
        assertThat(ClockUtil.getCurrentTime().toInstant()).isEqualTo("2027-01-29T14:00:00Z");
        assertThat(state()).isEqualTo(RequestState.LATE);
        assertThat(task().task()).isEqualTo("Activity_ResolveMissing");
    }

    @Test
    void aSecondCandidateIsNoSecondSeatAndStepsInWhenTheFirstDeclines() {
        assertRefused("nomineeName-1", answer(0, second(1, "Toinen Nimi", Gender.MAN)));
        NomineeDraft first = person(1, "Ensimmäinen Nimi");
        RequestAnswer both = answer(0, first, second(1, "Toinen Nimi", Gender.MAN));
        assertThat(answers.record(asked, RequestVia.LINK, both)).isEqualTo(Received.STORED);
        assertThat(answers.record(asked, RequestVia.LINK, both)).isEqualTo(Received.UNCHANGED);
        assertThat(nominees.of(bench.round())).extracting(Nominee::name).containsExactly("Ensimmäinen Nimi");
        answers.record(asked, RequestVia.LINK, answer(1, first));
        assertThat(named()).as("corrected away").containsExactly("Ensimmäinen Nimi CURRENT");
        answers.record(asked, RequestVia.LINK, answer(2, first, second(1, "Toinen Nimi", Gender.MAN)));
        answers.record(asked, RequestVia.HAND, answer(null, first, second(1, "Kolmas Nimi", Gender.MAN)));
        assertThat(named())
                .as("of another sender")
                .containsExactly("Ensimmäinen Nimi CURRENT", "Toinen Nimi REPLACED", "Kolmas Nimi ALTERNATIVE");
        assertThat(tasks()).isEmpty();
        long third = nominees.of(asked).get(2).id();
        Person director = bench.council().person(Role.REGIONAL_DIRECTOR);
        assertThatThrownBy(() -> seconds.stepIn(asked, third, director)).isInstanceOf(Refused.class);
        seconds.stepIn(asked, third, coordinator);
        assertThat(named()).containsExactly("Ensimmäinen Nimi DECLINED", "Toinen Nimi REPLACED", "Kolmas Nimi CURRENT");
        assertThatThrownBy(() -> seconds.stepIn(asked, third, coordinator)).isInstanceOf(Conflict.class);
        bench.deadlineOf(asked);
        assertThat(state()).isEqualTo(RequestState.CONFIRMED);
    }

    @Test
    void showsTheSamePersonFromTwoOrganisations() {
        RequestId other = bench.ask("Janakkala");
        give(RequestVia.LINK, 0, "Sama Nimi");
        NomineeDraft same =
                new NomineeDraft(1, false, "  sama   NIMI ", "", "toinen@kunta.example", "", null, Gender.NOT_STATED);
        answers.record(other, RequestVia.LINK, answer(0, same));
        Map<Long, List<String>> twice = nominees.namedTwice(bench.round(), Languages.FINNISH);
        assertThat(twice.get(nominees.of(asked).get(0).id())).containsExactly("Janakkala");
        assertThat(twice.get(nominees.of(other).get(0).id())).containsExactly("Forssa");
        answers.record(other, RequestVia.LINK, answer(1, person(1, "Eri Nimi")));
        assertThat(nominees.namedTwice(bench.round(), Languages.FINNISH)).isEmpty();
    }

    @Test
    void keepsPersonalDataOutOfTheEngineTheOutboxAndTheRecord() {
        give(RequestVia.LINK, 0, "Salainen Nimi");
        give(RequestVia.MAIL, null, "Salainen Toinen");
        List<String> stored = jdbc.sql("""
                        select coalesce(text_, '') from camunda.act_ru_variable
                        union all select payload::text || subject_key from hyte.notification
                        union all select details::text || subject from hyte.audit_event""").query(String.class).list();
        assertThat(stored)
                .isNotEmpty()
                .noneMatch(text -> text.toLowerCase(java.util.Locale.ROOT).contains("salainen"));
        assertThat(nominees.of(asked).toString()).doesNotContain("Salainen");
    }

    @Test
    void isNotReadByPeopleOfAnotherCouncil() {
        Person other = towns.makeRegionalCouncil().person(Role.REGIONAL_COORDINATOR);
        assertThatThrownBy(() -> requests.readBy(other, asked)).isInstanceOf(NotFound.class);
        assertThat(requests.readBy(coordinator, asked).id()).isEqualTo(asked);
    }

    private Received give(RequestVia via, Integer version, String name) {
        return answers.record(asked, via, answer(version, person(1, name)));
    }

    private void assertRefused(String field, RequestAnswer answer) {
        assertThatThrownBy(() -> answers.record(asked, RequestVia.LINK, answer))
                .isInstanceOfSatisfying(
                        InvalidInput.class, input -> assertThat(input.field()).isEqualTo(field));
    }

    private static NomineeDraft contact(String email, String phone) {
        NomineeDraft person = person(1, "Nimi Nimi");
        return new NomineeDraft(
                1, false, person.name(), person.title(), email, phone, person.expertise(), person.gender());
    }

    private static Map<String, String> extension(String decision, String day) {
        return Map.of("missingDecision", decision, "newDueOn", day);
    }

    private RequestState state() {
        return requests.get(asked).state();
    }

    private List<String> named() {
        return nominees.of(asked).stream()
                .map(one -> one.name() + " " + one.state())
                .toList();
    }

    private List<String> current() {
        return nominees.of(asked).stream()
                .filter(one -> one.state() == NomineeState.CURRENT)
                .map(Nominee::name)
                .toList();
    }

    private List<OpenTask> tasks() {
        return worklist.of(coordinator);
    }

    private OpenTask task() {
        assertThat(tasks()).hasSize(1);
        return tasks().get(0);
    }

    private OpenTask taskOf(RequestId id) {
        String instance = bench.instanceOf(id);
        return tasks().stream()
                .filter(task -> task.processInstance().equals(instance))
                .findFirst()
                .orElseThrow();
    }
}
