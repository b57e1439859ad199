package fi.hytekello.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.absence.AbsenceDraft;
import fi.hytekello.absence.Absences;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.DecisionDraft;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskOpened;
import fi.hytekello.worklist.Worklist;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** During an absence the deputy is told instead of the absent person; each mail knows the absence. */
@WholeTest
class DeputyTellingTest {

    private static final Instant DUE = Instant.parse("2027-02-01T14:00:00Z");

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Absences absences;

    @Autowired
    Worklist worklist;

    @Autowired
    Reminders reminders;

    @Autowired
    Escalations escalations;

    @Autowired
    Decisions decisions;

    @Autowired
    MailFolding folding;

    @Autowired
    MailWriter writer;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private Cycle cycle;

    @BeforeEach
    void startCycle() {
        at("2027-01-04T08:00:00Z");
        town = towns.make();
        cycle = planning.start(town.code(), 2027, town.person(Role.COORDINATOR));
        jdbc.sql("delete from hyte.notification where cycle_id = :cycle")
                .param("cycle", cycle.id().value())
                .update();
        jdbc.sql("delete from hyte.work_item where cycle_id = :cycle")
                .param("cycle", cycle.id().value())
                .update();
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void newTasksAreToldToWhoeverActsOnThatDay() {
        absent(Role.COORDINATOR, "2027-01-25", "2027-01-29", Role.SECRETARY);
        noticeAt("before", "2027-01-24T21:59:59Z");
        noticeAt("first", "2027-01-24T22:00:00Z");
        noticeAt("last", "2027-01-29T21:59:59Z");
        noticeAt("after", "2027-01-29T22:00:00Z");
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "TASK_NOTICE coordinator before own",
                        "TASK_NOTICE secretary first absence",
                        "TASK_NOTICE secretary last absence",
                        "TASK_NOTICE coordinator after own");
    }

    @Test
    void remindersAndLatenessGoToTheDeputyAndAfterwardsToThePersonAgain() {
        absent(Role.COORDINATOR, "2027-01-25", "2027-02-01", Role.SECRETARY);
        worklist.opened(Tasks.calendar(cycle, id("a"), DUE));
        remindAt("2027-01-25T06:00:01Z");
        remindAt("2027-01-29T06:00:01Z");
        remindAt("2027-02-02T06:00:01Z");
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "FIRST_REMINDER secretary a absence",
                        "LAST_REMINDER secretary a absence",
                        "OVERDUE coordinator a own");
    }

    @Test
    void anEscalationGoesToTheDeputyOfTheNextLevel() {
        absent(Role.MANAGER, "2027-02-01", "2027-02-12", Role.FINANCE);
        absent(Role.COORDINATOR, "2027-02-01", "2027-02-12", Role.SECRETARY);
        worklist.opened(Tasks.calendar(cycle, id("a"), DUE));
        remindAt("2027-02-02T06:00:01Z");
        at("2027-02-08T06:00:01Z");
        escalations.escalate(cycle.id());
        assertThat(told()).containsExactly("OVERDUE secretary a absence", "ESCALATION finance a absence");
    }

    @Test
    void oneWhoIsOfTheGroupAnywayIsToldOnceInTheOwnRight() {
        jdbc.sql(
                        "insert into hyte.person_role (username, municipality_code, role) values (:username, :code, 'COORDINATOR')")
                .param("username", name(Role.SECRETARY).value())
                .param("code", town.code().value())
                .update();
        absent(Role.COORDINATOR, "2027-01-25", "2027-01-29", Role.SECRETARY);
        noticeAt("a", "2027-01-26T09:00:00Z");
        assertThat(told()).containsExactly("TASK_NOTICE secretary a own");
    }

    @Test
    void withoutADeputyTheMailsGoToTheAbsent() {
        absent(Role.COORDINATOR, "2027-01-25", "2027-01-29", null);
        noticeAt("a", "2027-01-26T09:00:00Z");
        assertThat(told()).containsExactly("TASK_NOTICE coordinator a own");
    }

    @Test
    void aDecisionIsToldToTheDeputy() {
        absent(Role.COORDINATOR, "2027-01-25", "2027-01-29", Role.FINANCE);
        at("2027-01-26T09:00:00Z");
        decisions.record(new DecisionDraft(
                cycle.id(),
                Subject.CYCLE,
                DecidedBy.MANAGER,
                null,
                Outcome.RETURNED,
                "Luvut puuttuvat.",
                LocalDate.of(2027, 1, 26),
                null,
                null,
                null,
                null,
                name(Role.MANAGER)));
        assertThat(told()).containsExactly("RETURNED finance  absence");
    }

    @Test
    void theMailSaysForWhom() throws Exception {
        absent(Role.COORDINATOR, "2027-01-25", "2027-01-29", Role.SECRETARY);
        noticeAt("a", "2027-01-26T09:00:00Z");
        Mail mail = folding.offer(Instant.parse("2027-01-27T06:00:00Z"), 1000).mails().stream()
                .filter(due -> due.first().cycle().equals(cycle.id()))
                .findFirst()
                .orElseThrow();
        assertThat(mail.first().absent()).isEqualTo("coordinator");
        MimeMultipart parts = (MimeMultipart)
                writer.write(mail, Session.getInstance(new Properties())).getContent();
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("Sijaisena: coordinator");
    }

    private void absent(Role person, String from, String until, @Nullable Role deputy) {
        absences.set(
                List.of(new AbsenceDraft(
                        name(person),
                        town.code(),
                        LocalDate.parse(from),
                        LocalDate.parse(until),
                        deputy == null ? null : name(deputy))),
                town.person(person));
    }

    private void noticeAt(String task, String moment) {
        at(moment);
        OpenTask opened = Tasks.calendar(cycle, id(task), DUE);
        worklist.opened(opened);
        transactions.executeWithoutResult(status -> events.publishEvent(new TaskOpened(opened)));
    }

    private void remindAt(String moment) {
        at(moment);
        reminders.remind("instance-" + cycle.id());
    }

    private Username name(Role role) {
        return new Username(role.group(null) + "." + town.code());
    }

    private String id(String task) {
        return task + "-" + cycle.id();
    }

    private static void at(String moment) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(moment)));
    }

    private List<String> told() {
        return jdbc.sql("""
                        select kind || ' ' || replace(recipient, '.' || municipality_code, '') || ' '
                            || replace(coalesce(task_id, ''), '-' || cycle_id, '') || ' '
                            || case when jsonb_exists(payload, 'absence') then 'absence' else 'own' end
                        from hyte.notification where cycle_id = :cycle order by created_at, kind, recipient""")
                .param("cycle", cycle.id().value())
                .query(String.class)
                .list();
    }
}
