package fi.hytekello.body.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.hytekello.TestPages;
import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.body.OrganisationDraft;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.OrganisationKind;
import fi.hytekello.body.Organisations;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

@WholeTest
class BodyPagesTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    Organisations organisations;

    private TestPages pages;
    private Town council;
    private Person keeper;
    private OrganisationId authority;
    private String list;

    @BeforeEach
    void openBrowser() {
        pages = TestPages.in(context);
        council = towns.makeRegionalCouncil();
        keeper = council.person(Role.REGIONAL_COORDINATOR);
        list = "/bodies/" + council.code();
        authority = organisations.add(
                council.code(),
                new OrganisationDraft(
                        OrganisationKind.JOINT_AUTHORITY,
                        "Kuntayhtymä",
                        "Samkommunen",
                        Languages.FINNISH,
                        null,
                        null,
                        "",
                        "",
                        null,
                        null,
                        LocalDate.of(2020, 1, 1),
                        null),
                keeper);
    }

    @Test
    void theKeeperWritesABodyWithSeatsAndSeesTheGap() throws Exception {
        assertThat(pages.shown(list, keeper, "fi").text()).contains("ei ole vielä lisätty");
        pages.shown(list + "/new", keeper, "sv");
        String body = written();
        assertThat(pages.shown(body, keeper, "fi").text())
                .contains("Työryhmä", "§ 78", "4–5", "joka 3. vuosi", "Kuntayhtymä", "jäsen puuttuu");
        assertThat(pages.shown(body, keeper, "sv").text()).contains("Samkommunen", "medlem saknas", "vart 3:e år");
        Document edit = pages.shown(body + "/edit", keeper, "fi");
        assertThat(edit.select("#seats-1 option[selected]").val()).isEqualTo("kind:JOINT_AUTHORITY");
        assertThat(edit.select("#seats-2 option[selected]")).isEmpty();
    }

    @Test
    void aRowThatIsWrongIsNamedWhereItIsShown() throws Exception {
        MvcResult refused = send(body(list + "/0/edit").param("max-3", "0"));
        assertThat(refused.getResponse().getStatus()).isEqualTo(400);
        Document shown = Jsoup.parse(refused.getResponse().getContentAsString());
        assertThat(shown.select(".error-summary a").attr("href")).isEqualTo("#seats-1");
        assertThat(shown.select("#seats-1 option[selected]").val()).isEqualTo("kind:JOINT_AUTHORITY");
        assertThat(shown.select("#nameFi").val()).isEqualTo("Työryhmä");
    }

    @Test
    void membersComeTakeAnotherRoleAndStayInTheHistory() throws Exception {
        String body = written();
        pages.shown(body + "/members/0", keeper, "sv");
        assertThat(send(member(body + "/members/0")).getResponse().getRedirectedUrl())
                .isEqualTo(body);
        Document shown = pages.shown(body + "?on=2027-03-01", keeper, "fi");
        assertThat(shown.select("table").get(0).text()).contains("Sivistysjohtaja", "jäsen", "Kuntayhtymä");
        assertThat(shown.text()).contains("kunnossa", "naisia 1, miehiä 0");
        String member = shown.select("table a").get(0).attr("href");
        assertThat(send(post(member + "/role")
                                .param("version", "0")
                                .param("newRole", "CHAIR")
                                .param("roleFrom", "2027-06-01"))
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
        Document later = pages.shown(body + "?on=2027-06-01", keeper, "fi");
        assertThat(later.select("table").get(0).text()).contains("puheenjohtaja");
        assertThat(later.select("details tbody tr")).hasSize(2);
    }

    @Test
    void showsAMemberOfNoOrganisationAndWhoCarriesOnForOneThatHasEnded() throws Exception {
        String body = written();
        send(member(body + "/members/0"));
        send(post(body + "/members/0")
                .param("role", "EXPERT")
                .param("memberName", "Kokemusasiantuntija")
                .param("gender", "NOT_STATED")
                .param("startsOn", "2027-02-01"));
        send(post("/organisations/" + council.code() + "/" + authority + "/end")
                .param("version", "0")
                .param("lastActiveDay", "2027-06-30"));
        assertThat(pages.shown(body + "?on=2027-06-30", keeper, "fi").text())
                .contains("Kokemusasiantuntija")
                .doesNotContain("lakannut");
        assertThat(pages.shown(body + "?on=2027-07-01", keeper, "fi").text()).contains("lakannut 30.6.2027");
        assertThat(pages.shown(body + "?on=2027-07-01", keeper, "sv").text()).contains("upphörde 30.6.2027");
    }

    @Test
    void recordsWhomTheBodyItselfInvitesWithoutASeatAndOutsideTheQuota() throws Exception {
        String body = written();
        String page = body + "/invitations/0";
        LocalDate today = organisations.today();
        assertThat(pages.shown(page, keeper, "sv").text()).contains("Bjud in", "räknas inte med i kvoten");
        MvcResult early = send(invitation(page, today.plusDays(1)));
        assertThat(early.getResponse().getStatus()).isEqualTo(400);
        Document kept = Jsoup.parse(early.getResponse().getContentAsString());
        assertThat(kept.select(".error-summary a").attr("href")).isEqualTo("#invitedOn");
        assertThat(kept.select("#memberName").val()).isEqualTo("Järjestöjen edustaja");
        assertThat(send(invitation(page, today)).getResponse().getRedirectedUrl())
                .isEqualTo(body);
        Document shown = pages.shown(body, keeper, "fi");
        assertThat(shown.select("table").get(0).text())
                .contains("Järjestöjen edustaja", "kutsuttu", "järjestöt; päätös", "§ 3");
        assertThat(shown.text()).contains("naisia 0, miehiä 0, ei ilmoitettu 0", "jäsen puuttuu");
        String member = shown.select("table a").get(0).attr("href");
        MvcResult opened = pages.browser()
                .perform(get(member).with(user(keeper.username().value())))
                .andReturn();
        String invitation = "" + opened.getResponse().getRedirectedUrl();
        assertThat(invitation).contains("/invitations/");
        Document edited = pages.shown(invitation, keeper, "fi");
        assertThat(edited.select("#invitedAs option[selected]").val()).isEqualTo("NGO");
        MvcResult file = send(post(edited.select("form[action$=/data]").attr("action")));
        assertThat(file.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("Järjestöjen edustaja", "kutsuttu");
        assertThat(status(page, council.person(Role.REGISTRY))).isEqualTo(403);
        assertThat(status(page, towns.makeRegionalCouncil().person(Role.REGIONAL_COORDINATOR)))
                .isEqualTo(404);
    }

    private MockHttpServletRequestBuilder invitation(String page, LocalDate decidedOn) {
        MockHttpServletRequestBuilder form = post(page);
        Map.of(
                        "invitedAs", "NGO",
                        "memberName", "Järjestöjen edustaja",
                        "affiliation", authority.toString(),
                        "email", "edustaja@jarjesto.example",
                        "invitedOn", decidedOn.toString(),
                        "invitedSection", "3",
                        "startsOn", decidedOn.toString())
                .forEach(form::param);
        return form;
    }

    @Test
    void aRefusedMemberStaysInTheForm() throws Exception {
        String body = written();
        MvcResult refused = send(member(body + "/members/0").param("endsOn", "2026-01-01"));
        assertThat(refused.getResponse().getStatus()).isEqualTo(400);
        Document shown = Jsoup.parse(refused.getResponse().getContentAsString());
        assertThat(shown.select(".error-summary a").attr("href")).isEqualTo("#endsOn");
        assertThat(shown.select("#memberName").val()).isEqualTo("Sivistysjohtaja");
    }

    @Test
    void othersOfTheCouncilSeeNeitherAddressesNorTheBalanceAndStrangersNothing() throws Exception {
        String body = written();
        send(member(body + "/members/0"));
        Person registry = council.person(Role.REGISTRY);
        Document shown = pages.shown(body + "?on=2027-03-01", registry, "fi");
        assertThat(shown.text())
                .contains("Sivistysjohtaja")
                .doesNotContain("sivistys@koe.example", "naisia", "nainen", "Tasapaino");
        assertThat(shown.select("main a[href*=members], form[method=post]")).isEmpty();
        for (String page : new String[] {list + "/new", body + "/edit", body + "/members/0"}) {
            assertThat(status(page, registry)).as(page).isEqualTo(403);
        }
        Person stranger = towns.makeRegionalCouncil().person(Role.REGIONAL_COORDINATOR);
        for (String page : new String[] {list, body, body + "/edit", body + "/members/0"}) {
            assertThat(status(page, stranger)).as(page).isEqualTo(404);
        }
    }

    @Test
    void showsWhoLeadsAndWhoIsNext() throws Exception {
        String body = written();
        Document form = pages.shown(body + "/leads", keeper, "sv");
        assertThat(form.select("select[name^=turn-]")).hasSize(3);
        MvcResult missing = send(post(body + "/leads").param("version", "0").param("leadSince", "2027-01-01"));
        assertThat(missing.getResponse().getStatus()).isEqualTo(400);
        MvcResult saved = send(post(body + "/leads")
                .param("version", "0")
                .param("leadSince", "2027-01-01")
                .param("turn-2", authority.toString()));
        assertThat(saved.getResponse().getRedirectedUrl()).isEqualTo(body);
        assertThat(pages.shown(body + "?on=2027-03-01", keeper, "fi").text())
                .contains("Vetovastuussa Kuntayhtymä, 31.12.2029 asti Seuraavana: Kuntayhtymä");
        assertThat(pages.shown(body + "/leads", keeper, "fi")
                        .select("#turn-1 option[selected]")
                        .text())
                .isEqualTo("Kuntayhtymä");
        assertThat(status(body + "/leads", council.person(Role.REGISTRY))).isEqualTo(403);
    }

    private int status(String page, Person person) throws Exception {
        return pages.browser()
                .perform(get(page).with(user(person.username().value())))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String written() throws Exception {
        return "" + send(body(list + "/0/edit")).getResponse().getRedirectedUrl();
    }

    /** The seats stand in the third row: rows may be left empty. */
    private static MockHttpServletRequestBuilder body(String address) {
        MockHttpServletRequestBuilder form = post(address);
        Map.of(
                        "kind", "GROUP",
                        "nameFi", "Työryhmä",
                        "setBy", "Maakuntahallitus",
                        "setOn", "2026-12-14",
                        "setSection", "78",
                        "meetingsMin", "4",
                        "meetingsMax", "5",
                        "rotationYears", "3",
                        "quota", "ADVISE",
                        "seats-3", "kind:JOINT_AUTHORITY")
                .forEach(form::param);
        return form.param("min-3", "1");
    }

    private MockHttpServletRequestBuilder member(String address) {
        MockHttpServletRequestBuilder form = post(address);
        Map.of(
                        "role", "MEMBER",
                        "affiliation", authority.toString(),
                        "memberName", "Sivistysjohtaja",
                        "email", "sivistys@koe.example",
                        "expertise", "EDUCATION",
                        "gender", "WOMAN",
                        "startsOn", "2027-02-01")
                .forEach(form::param);
        return form;
    }

    private MvcResult send(MockHttpServletRequestBuilder form) throws Exception {
        return pages.browser()
                .perform(form.with(csrf()).with(user(keeper.username().value())))
                .andReturn();
    }
}
