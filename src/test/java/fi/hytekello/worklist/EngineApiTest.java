package fi.hytekello.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.absence.Absence;
import fi.hytekello.absence.AbsenceDraft;
import fi.hytekello.absence.Absences;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.municipality.Identities;
import fi.hytekello.municipality.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The engine's own REST API keeps the same rules as our pages. */
@Import(Towns.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "hytekello.data=target/test-data/${random.uuid}",
            "hytekello.data-kept=false",
            "hytekello.binaries=target/postgresql",
            "hytekello.demo=false",
            "hytekello.mail.dispatch=false",
            "camunda.bpm.job-execution.enabled=false"
        })
class EngineApiTest {

    private static final String PASSWORD = "kokeilu-1234";

    @Autowired
    TestRestTemplate http;

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Worklist worklist;

    @Autowired
    Identities identities;

    @Autowired
    Absences absences;

    @Autowired
    Clock clock;

    private Town town;
    private Cycle cycle;

    @BeforeEach
    void startCycle() {
        town = towns.make();
        identities.mirror(PASSWORD);
        cycle = planning.start(town.code(), LocalDate.now(clock).getYear() + 1, town.person(Role.COORDINATOR));
    }

    @Test
    void nobodyIsLetInWithoutSigningIn() {
        assertThat(http.getForEntity("/engine-rest/task", String.class).getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(http.withBasicAuth("demo", "demo")
                        .getForEntity("/engine-rest/task", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aPersonSeesOnlyTheTasksOfTheOwnGroupAndMunicipality() {
        towns.make();
        assertThat(as(Role.COORDINATOR).getForObject("/engine-rest/task/count", String.class))
                .isEqualTo("{\"count\":1}");
        assertThat(as(Role.MANAGER).getForObject("/engine-rest/task/count", String.class))
                .isEqualTo("{\"count\":0}");
    }

    @Test
    void aMissingAnswerIsRefusedInFinnishNamingTheFieldAndNothingIsStored() {
        complete(as(Role.COORDINATOR), "{}");
        OpenTask task = only();
        ResponseEntity<String> answer = complete(
                as(Role.MANAGER), "{\"variables\":{\"cycleConfirmed\":{\"value\":false,\"type\":\"Boolean\"}}}");
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody())
                .contains("\"field\":\"comment\"")
                .contains("Perustelu")
                .doesNotContain("ENGINE");
        assertThat(only()).isEqualTo(task);
    }

    @Test
    void aMessageComesInTheLanguageOfTheReader() {
        complete(as(Role.COORDINATOR), "{}");
        HttpHeaders swedish = json();
        swedish.set(HttpHeaders.ACCEPT_LANGUAGE, "sv-FI");
        ResponseEntity<String> answer = as(Role.MANAGER)
                .exchange(path("complete"), HttpMethod.POST, new HttpEntity<>("{}", swedish), String.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("Beslut").contains("obligatoriskt");
    }

    @Test
    void aForeignVariableIsRefused() {
        ResponseEntity<String> answer = complete(
                as(Role.COORDINATOR), "{\"variables\":{\"reportAccepted\":{\"value\":true,\"type\":\"Boolean\"}}}");
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("reportAccepted");
        assertThat(only().task()).isEqualTo("Activity_ConfirmCalendar");
    }

    @Test
    void nobodyClaimsForSomebodyElseOrCompletesPastTheForm() {
        ResponseEntity<String> claimed = post(
                as(Role.COORDINATOR),
                "claim",
                "{\"userId\":\"" + town.person(Role.MANAGER).username() + "\"}");
        assertThat(claimed.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        for (String way : new String[] {"resolve", "bpmnError", "bpmnEscalation", "delegate"}) {
            assertThat(post(as(Role.COORDINATOR), way, "{}").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        }
        assertThat(only().assignee()).isNull();
    }

    @Test
    void aForeignTaskCannotBeCompleted() {
        assertThat(complete(as(Role.MANAGER), "{}").getStatusCode().is4xxClientError())
                .isTrue();
        assertThat(only().task()).isEqualTo("Activity_ConfirmCalendar");
    }

    @Test
    void aDeputySeesAndCompletesInThePeriodOnly() {
        LocalDate today = LocalDate.now(clock);
        absences.set(
                List.of(new AbsenceDraft(
                        town.person(Role.COORDINATOR).username(),
                        town.code(),
                        today,
                        today.plusDays(3),
                        town.person(Role.SECRETARY).username())),
                town.person(Role.COORDINATOR));
        assertThat(as(Role.SECRETARY).getForObject("/engine-rest/task/count", String.class))
                .isEqualTo("{\"count\":1}");
        Absence absence = absences.of(town.code()).get(0);
        absences.end(absence.id(), absence.version(), town.person(Role.COORDINATOR));
        assertThat(as(Role.SECRETARY).getForObject("/engine-rest/task/count", String.class))
                .isEqualTo("{\"count\":0}");
        assertThat(complete(as(Role.SECRETARY), "{}").getStatusCode().is4xxClientError())
                .isTrue();
        assertThat(only().task()).isEqualTo("Activity_ConfirmCalendar");

        absences.set(
                List.of(new AbsenceDraft(
                        town.person(Role.COORDINATOR).username(),
                        town.code(),
                        today,
                        today,
                        town.person(Role.SECRETARY).username())),
                town.person(Role.COORDINATOR));
        assertThat(complete(as(Role.SECRETARY), "{}").getStatusCode().is2xxSuccessful())
                .isTrue();
        assertThat(only().task()).isEqualTo("Activity_ConfirmCycle");
    }

    @Test
    void aPersonCannotStartAProcessOrReadOthersVariables() {
        assertThat(as(Role.COORDINATOR)
                        .exchange(
                                "/engine-rest/process-definition/key/HyteCycle/start",
                                HttpMethod.POST,
                                new HttpEntity<>("{}", json()),
                                String.class)
                        .getStatusCode()
                        .is4xxClientError())
                .isTrue();
        assertThat(worklist.ofCycle(cycle.id())).hasSize(1);
        assertThat(as(Role.COORDINATOR)
                        .getForEntity(
                                "/engine-rest/process-instance/" + only().processInstance() + "/variables",
                                String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    private TestRestTemplate as(Role role) {
        return http.withBasicAuth(town.person(role).username().value(), PASSWORD);
    }

    private ResponseEntity<String> complete(TestRestTemplate person, String body) {
        return post(person, "complete", body);
    }

    private ResponseEntity<String> post(TestRestTemplate person, String what, String body) {
        return person.exchange(path(what), HttpMethod.POST, new HttpEntity<>(body, json()), String.class);
    }

    private String path(String what) {
        return "/engine-rest/task/" + only().id() + "/" + what;
    }

    private static HttpHeaders json() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, "fi");
        return headers;
    }

    private OpenTask only() {
        assertThat(worklist.ofCycle(cycle.id())).hasSize(1);
        return worklist.ofCycle(cycle.id()).get(0);
    }
}
