package fi.hytekello.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.cycle.DeadlineChanges;
import fi.hytekello.cycle.DeadlineHistory;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.NewDates;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the mails of a changed calendar say: the departments' reports move from 1.2. to 15.2.2027, the draft too. */
@WholeTest
class DeadlineMailsTest {

    private static final String BASE = "http://127.0.0.1:8080";

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    DeadlineChanges changes;

    @Autowired
    DeadlineHistory history;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    ManagementService jobs;

    @Autowired
    DeadlineMails mails;

    @Autowired
    MailTexts texts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private Town town;
    private Cycle cycle;

    @BeforeEach
    void changeDeadlines() {
        at("2027-01-04T08:00:00Z");
        town = towns.make();
        cycle = planning.start(town.code(), 2027, town.person(Role.COORDINATOR));
        complete("Activity_ConfirmCalendar", town.person(Role.COORDINATOR), Map.of());
        complete("Activity_ConfirmCycle", town.person(Role.MANAGER), Map.of("cycleConfirmed", true));
        at("2027-01-15T06:00:02Z");
        jobs.createJobQuery()
                .tenantIdIn(town.code().value())
                .timers()
                .executable()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void whoHasAnOpenTaskReadsItsOldAndNewDateWhyAndWhereToGoOn() {
        changeBoth();
        String task =
                worklist.of(town.person(Role.DEPARTMENT, Town.EDUCATION)).get(0).id();
        MailContent mail = mail(town.person(Role.DEPARTMENT, Town.EDUCATION), Languages.FINNISH);
        assertThat(mail.subject())
                .isEqualTo("Koekunta: määräaika muuttui: Raportoi viime vuoden toimenpiteet, education");
        assertThat(mail.lead()).isEqualTo("Avoimen tehtäväsi määräaika on muuttunut.");
        assertThat(mail.facts())
                .containsExactly(
                        new MailContent.Fact(
                                "Raportoi viime vuoden toimenpiteet, education",
                                "uusi ma 15.2.2027 klo 16.00 (ennen ma 1.2.2027 klo 16.00). 14.2.2027 on sunnuntai, joten"
                                        + " viimeinen päivä on seuraava arkipäivä ma 15.2.2027."),
                        new MailContent.Fact("Kunta ja vuosi", "Koekunta 2027"));
        assertThat(mail.comment()).isEqualTo(new MailContent.Fact("Miksi", "Tilinpäätös viivästyy."));
        assertThat(mail.link()).isEqualTo(new MailContent.Fact("Avaa tehtävä", BASE + "/tasks/" + task));
    }

    @Test
    void coordinatorAndManagerReadAllThatMovedInTheirLanguage() {
        changeBoth();
        MailContent mail = mail(town.person(Role.MANAGER), Languages.SWEDISH);
        assertThat(mail.subject()).isEqualTo("Koekunta: 2 tidsfrister har ändrats");
        assertThat(mail.lead()).isEqualTo("Tidsfristerna i årskalendern för välfärdsarbetet har ändrats.");
        assertThat(mail.facts())
                .extracting(MailContent.Fact::value)
                .containsExactly(
                        "ny mån 15.2.2027 kl. 16.00 (tidigare mån 1.2.2027 kl. 16.00). 14.2.2027 är söndag, därför är sista"
                                + " dagen följande vardag mån 15.2.2027.",
                        "ny ons 31.3.2027 kl. 16.00 (tidigare mån 15.3.2027 kl. 16.00).",
                        "Koekunta 2027");
        assertThat(mail.link())
                .isEqualTo(
                        new MailContent.Fact("Öppna årets tidsfrister", BASE + "/cycles/" + cycle.id() + "/calendar"));
    }

    @Test
    void anOpeningThatMovedIsNamedAsSuch() {
        change(new NewDates(Map.of(), Map.of(MilestoneKind.PROPOSALS, LocalDate.of(2027, 8, 23))));
        MailContent mail = mail(town.person(Role.COORDINATOR), Languages.FINNISH);
        assertThat(mail.subject()).isEqualTo("Koekunta: määräaika muuttui: Toimialojen ehdotukset, avautuminen");
        assertThat(mail.facts())
                .contains(new MailContent.Fact(
                        "Toimialojen ehdotukset, avautuminen", "uusi ma 23.8.2027 (ennen su 15.8.2027)."));
    }

    @Test
    void aMailAboutATaskSaysWhyItsDateIsThatDay() {
        Map<String, String> payload = payload(town.person(Role.DEPARTMENT, Town.EDUCATION), "TASK_NOTICE");
        assertThat(facts(payload, Languages.FINNISH))
                .contains(new MailContent.Fact(
                        "Miksi tämä päivä",
                        "31.1.2027 on sunnuntai, joten viimeinen päivä on seuraava arkipäivä ma 1.2.2027."));
        assertThat(facts(payload, Languages.SWEDISH))
                .contains(new MailContent.Fact(
                        "Varför denna dag",
                        "31.1.2027 är söndag, därför är sista dagen följande vardag mån 1.2.2027."));
        changeBoth();
        assertThat(facts(payload, Languages.FINNISH))
                .as("the mail is about a date that the calendar has no more")
                .extracting(MailContent.Fact::label)
                .doesNotContain("Miksi tämä päivä");
    }

    private void changeBoth() {
        change(NewDates.due(Map.of(
                MilestoneKind.MEASURE_REPORTS, LocalDate.of(2027, 2, 14),
                MilestoneKind.REPORT_DRAFT, LocalDate.of(2027, 3, 31))));
    }

    private void change(NewDates dates) {
        changes.change(
                cycle.id(),
                dates,
                "Tilinpäätös viivästyy.",
                history.version(cycle.id()),
                town.person(Role.COORDINATOR));
    }

    private MailContent mail(Person recipient, Locale language) {
        Map<String, String> payload = payload(recipient, "DEADLINE_CHANGED");
        return mails.write(TestLetters.about(NotificationKind.DEADLINE_CHANGED, cycle, payload, language))
                .get(0);
    }

    private List<MailContent.Fact> facts(Map<String, String> payload, Locale language) {
        return texts.of(TestLetters.about(NotificationKind.TASK_NOTICE, cycle, payload, language, "education"))
                .get(0)
                .facts();
    }

    private Map<String, String> payload(Person recipient, String kind) {
        String payload = jdbc.sql("""
                        select payload from hyte.notification
                        where cycle_id = :cycle and kind = :kind and recipient = :recipient""")
                .param("cycle", cycle.id().value())
                .param("kind", kind)
                .param("recipient", recipient.username().value())
                .query(String.class)
                .single();
        try {
            return json.readValue(payload, new TypeReference<>() {});
        } catch (com.fasterxml.jackson.core.JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private void complete(String task, Person person, Map<String, ?> answers) {
        String id = worklist.ofCycle(cycle.id()).stream()
                .filter(open -> open.task().equals(task))
                .findFirst()
                .orElseThrow()
                .id();
        desk.complete(id, person, answers);
    }

    private static void at(String moment) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(moment)));
    }
}
