package fi.hytekello.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.Towns;
import fi.hytekello.absence.Absence;
import fi.hytekello.absence.AbsenceDraft;
import fi.hytekello.absence.Absences;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** People sign in through a real provider, in a server of its own. */
@Import(Towns.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hytekello.data=target/test-data/${random.uuid}",
            "hytekello.data-kept=false",
            "hytekello.demo=false",
            "hytekello.mail.dispatch=false",
            "camunda.bpm.job-execution.enabled=false",
            "spring.security.oauth2.client.registration.hytekello.client-id=hytekello",
            "spring.security.oauth2.client.registration.hytekello.client-secret=known-to-the-test",
            "spring.security.oauth2.client.registration.hytekello.scope=openid,profile,email"
        })
class ProviderSignInTest {

    private static final LocalProvider PROVIDER = new LocalProvider();

    @LocalServerPort
    int port;

    @Autowired
    Towns towns;

    @Autowired
    People people;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Absences absences;

    @Autowired
    IdentityService engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.client.provider.hytekello.issuer-uri", PROVIDER::issuer);
    }

    @AfterAll
    static void stop() {
        PROVIDER.stop();
    }

    @Test
    void aPageLeadsThroughTheProviderToItselfAndShowsTheOwnMunicipalityOnly() throws Exception {
        Towns.Town town = towns.make();
        Cycle own = cycle(town);
        Cycle foreign = cycle(towns.make());
        account("manager@koekunta.fi", List.of("manager"), List.of(town.code().value()));
        HttpResponse<String> page = open("/cycles/" + own.id());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/cycles/" + own.id());
        assertThat(open("/cycles/" + foreign.id()).statusCode()).isEqualTo(404);
        assertThat(open("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(open("/camunda/api/admin/auth/user/default").body())
                .contains("\"userId\":\"manager@koekunta.fi\"", "tasklist")
                .doesNotContain("cockpit", "\"admin\"");
    }

    @Test
    void takesOverRolesAndTitleButNoName() throws Exception {
        Towns.Town town = towns.make();
        account(
                "first@koekunta.fi",
                List.of("department-education", "finance", "department-unheardof", "printers"),
                List.of(town.code().value(), "999"));
        open("/");
        Person person = people.get(new Username("first@koekunta.fi"));
        assertThat(person.holdings())
                .containsExactlyInAnyOrder(
                        new Person.Holding(town.code(), Role.DEPARTMENT, Towns.Town.EDUCATION),
                        new Person.Holding(town.code(), Role.FINANCE, null));
        assertThat(person.titleFi()).isEqualTo("Yhteyshenkilö");
        assertThat(person.titleSv()).isEqualTo("Kontaktperson");
        assertThat(groups("first@koekunta.fi")).containsExactlyInAnyOrder("department-education", "finance");
        assertThat(engine.createTenantQuery().userMember("first@koekunta.fi").list())
                .singleElement()
                .satisfies(tenant ->
                        assertThat(tenant.getId()).isEqualTo(town.code().value()));
        assertThat(engine.createUserQuery()
                        .userId("first@koekunta.fi")
                        .singleResult()
                        .getFirstName())
                .isEqualTo("Yhteyshenkilö");
    }

    @Test
    void theNextSignInTakesAwayWhatTheProviderNoLongerSays() throws Exception {
        Towns.Town town = towns.make();
        account(
                "mover@koekunta.fi",
                List.of("registry", "secretary"),
                List.of(town.code().value()));
        open("/");
        account("mover@koekunta.fi", List.of("secretary"), List.of(town.code().value()));
        open("/oauth2/authorization/hytekello");
        assertThat(people.get(new Username("mover@koekunta.fi")).holdings())
                .containsExactly(new Person.Holding(town.code(), Role.SECRETARY, null));
        assertThat(groups("mover@koekunta.fi")).containsExactly("secretary");
        assertThat(jdbc.sql("select action from hyte.audit_event where subject = 'person:mover@koekunta.fi'")
                        .query(String.class)
                        .list())
                .containsExactly("person.roles", "person.roles");
    }

    @Test
    void aDeputysGroupsFollowTheDaysOfTheAbsenceWithinOneSession() throws Exception {
        Towns.Town town = towns.make();
        cycle(town);
        account("standin@koekunta.fi", List.of("registry"), List.of(town.code().value()));
        open("/");
        String tasks = "/camunda/api/engine/engine/default/task/count";
        assertThat(open(tasks).body()).isEqualTo("{\"count\":0}");
        LocalDate today = LocalDate.now(clock);
        absences.set(
                List.of(new AbsenceDraft(
                        town.person(Role.COORDINATOR).username(),
                        town.code(),
                        today,
                        today,
                        new Username("standin@koekunta.fi"))),
                town.person(Role.COORDINATOR));
        assertThat(open(tasks).body()).isEqualTo("{\"count\":1}");
        open("/oauth2/authorization/hytekello");
        assertThat(people.get(new Username("standin@koekunta.fi")).holdings())
                .containsExactly(new Person.Holding(town.code(), Role.REGISTRY, null));
        Absence absence = absences.of(town.code()).get(0);
        absences.end(absence.id(), absence.version(), town.person(Role.COORDINATOR));
        assertThat(open(tasks).body()).isEqualTo("{\"count\":0}");
        assertThat(jdbc.sql("select count(*) from hyte.audit_event where subject = 'person:standin@koekunta.fi'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoHasNoRoleIsTurnedAwayAndLosesTheOldOnes() throws Exception {
        Towns.Town town = towns.make();
        account("leaver@koekunta.fi", List.of("manager"), List.of(town.code().value()));
        open("/");
        account("leaver@koekunta.fi", List.of(), List.of(town.code().value()));
        HttpResponse<String> page = open("/oauth2/authorization/hytekello");
        assertThat(page.uri()).isEqualTo(address("/login?error"));
        assertThat(page.body()).contains("rooli Hytekellossa").doesNotContain("type=\"password\"");
        assertThat(people.find(new Username("leaver@koekunta.fi"))).isEmpty();
        assertThat(engine.createUserQuery().userId("leaver@koekunta.fi").count())
                .isZero();
    }

    @Test
    void aStrangerWithoutARoleIsNotKept() throws Exception {
        account("stranger@elsewhere.fi", List.of("printers"), List.of("900"));
        assertThat(open("/").uri()).isEqualTo(address("/login?error"));
        assertThat(jdbc.sql("select count(*) from hyte.person where username = 'stranger@elsewhere.fi'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void signingOutSignsOutAtTheProviderToo() throws Exception {
        Towns.Town town = towns.make();
        account("goer@koekunta.fi", List.of("manager"), List.of(town.code().value()));
        open("/");
        HttpResponse<String> form = open("/logout-page");
        assertThat(form.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self' " + PROVIDER.issuer() + ";");
        String token = Jsoup.parse(form.body()).select("input[name=_csrf]").val();
        HttpResponse<String> end = browser.send(
                HttpRequest.newBuilder(address("/logout"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(end.uri()).isEqualTo(address("/login?logout"));
        assertThat(end.previousResponse().orElseThrow().uri().toString())
                .startsWith(PROVIDER.issuer() + "/end?id_token_hint=");
        assertThat(end.body()).contains("/oauth2/authorization/hytekello");
        assertThat(browser.send(
                                HttpRequest.newBuilder(address("/camunda/api/engine/engine"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theEnginesOwnApiIsClosedAndPasswordsOpenNothing() throws Exception {
        Towns.Town town = towns.make();
        account("api@koekunta.fi", List.of("manager"), List.of(town.code().value()));
        open("/");
        engine.saveUser(
                withPassword(engine.createUserQuery().userId("api@koekunta.fi").singleResult()));
        String basic = java.util.Base64.getEncoder()
                .encodeToString("api@koekunta.fi:chosen-by-the-test".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        HttpClient client = HttpClient.newHttpClient();
        for (String path : List.of("/engine-rest/task", "/engine-rest/engine")) {
            assertThat(client.send(
                                    HttpRequest.newBuilder(address(path))
                                            .header("Authorization", "Basic " + basic)
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private static org.camunda.bpm.engine.identity.User withPassword(org.camunda.bpm.engine.identity.User user) {
        user.setPassword("chosen-by-the-test");
        return user;
    }

    private static void account(String username, List<String> groups, List<String> tenants) {
        PROVIDER.person(Map.of(
                "sub", "subject-of-" + username,
                "preferred_username", username,
                "email", username,
                "name", "Left at the provider",
                "groups", groups,
                "tenants", tenants));
    }

    private Cycle cycle(Towns.Town town) {
        return planning.start(town.code(), LocalDate.now(clock).getYear() + 1, town.person(Role.COORDINATOR));
    }

    private List<String> groups(String username) {
        return engine.createGroupQuery().groupMember(username).list().stream()
                .map(Group::getId)
                .toList();
    }

    private HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(address(path))
                        .header("Accept", "text/html,*/*;q=0.8")
                        .header("Accept-Language", "fi")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
