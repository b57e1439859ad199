package fi.hytekello.demo.simulation;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.nomination.Round;
import fi.hytekello.nomination.Rounds;
import fi.hytekello.platform.MovableClock;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The regional council's people at their tasks: when each is done, by whom, and what follows without one. */
@Component
class RoundOffice {

    private static final List<Role> ROLES = List.of(Role.REGIONAL_COORDINATOR, Role.REGIONAL_DIRECTOR, Role.REGISTRY);
    private static final List<String> DECIDING = List.of(
            "missingDecision",
            "undeliverableAnswer",
            "mailAnswer",
            "mailedAnswer",
            "meetingPreparation",
            "meetingOutcome");
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime OFFICE_HOUR = LocalTime.of(10, 0);
    private static final int DAYS_TO_COMPOSE = 3;

    private final MovableClock clock;
    private final BusinessDays businessDays;
    private final Rounds rounds;
    private final People people;
    private final ScriptedCouncil council;
    private final ScriptedMeeting meeting;
    private final ScriptedMails mails;
    private final Worklist worklist;
    private final TaskDesk desk;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    RoundOffice(
            MovableClock clock,
            BusinessDays businessDays,
            Rounds rounds,
            People people,
            ScriptedCouncil council,
            ScriptedMeeting meeting,
            ScriptedMails mails,
            Worklist worklist,
            TaskDesk desk,
            MessageSource messages,
            JdbcClient jdbc) {
        this.clock = clock;
        this.businessDays = businessDays;
        this.rounds = rounds;
        this.people = people;
        this.council = council;
        this.meeting = meeting;
        this.mails = mails;
        this.worklist = worklist;
        this.desk = desk;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    /** When the letter goes: the seed's went on 17 December. */
    LocalDate letterDay(int year) {
        return businessDays.next(LocalDate.of(year, 12, 17));
    }

    /** All that the three of the council have before them. */
    List<OpenTask> open(Municipality place) {
        return ROLES.stream()
                .flatMap(role -> worklist.of(holder(place, role)).stream())
                .toList();
    }

    /** The open tasks and how many mails were ever written, in short. */
    String standing(Municipality place) {
        int written = jdbc.sql("select count(*) from hyte.notification where municipality_code = :place")
                .param("place", place.code().value())
                .query(Integer.class)
                .single();
        return written + " " + open(place).stream().map(OpenTask::id).toList();
    }

    /** When the script has it done, never before it has come. */
    Instant when(RoundStage stage, OpenTask task) {
        LocalDate opened = LocalDate.ofInstant(task.openedAt(), Finland.ZONE);
        LocalDate earliest = meeting.earliest(task);
        Instant planned = switch (task.task()) {
            case "Activity_PrepareNomination" -> at(letterDay(stage.year()), MORNING);
            case "Activity_ApproveNomination" -> at(letterDay(stage.year()), OFFICE_HOUR);
            case "Activity_ComposeGroup" -> at(businessDays.plus(opened, DAYS_TO_COMPOSE), OFFICE_HOUR);
            default -> at(earliest == null ? businessDays.plus(opened, 1) : earliest, OFFICE_HOUR);
        };
        return planned.isBefore(task.openedAt()) ? task.openedAt() : planned;
    }

    /** Does a task in the name of whoever it is for. */
    void work(RoundStage stage, OpenTask task) {
        Role role = ROLES.stream()
                .filter(one -> task.groups().contains(one.group(null)))
                .findFirst()
                .orElseThrow();
        Person person = holder(stage.place(), role);
        Round round = rounds.get(stage.round());
        ScriptedUsers.as(person, () -> {
            Map<String, String> given = done(stage, task, person, round);
            stage.timeline()
                    .did(
                            clock.now(),
                            stage.place().nameFi(),
                            person.username().value(),
                            Objects.requireNonNull(messages.getMessage(task.nameKey(), null, Languages.FINNISH)),
                            told(given));
        });
    }

    /** What was answered; the page of a mailed answer completes its task itself. */
    private Map<String, String> done(RoundStage stage, OpenTask task, Person person, Round round) {
        if (task.task().equals(ScriptedMails.RECORD)) {
            return mails.record(task, stage.cues(), person);
        }
        LocalDate today = LocalDate.ofInstant(clock.now(), Finland.ZONE);
        Map<String, String> given = task.task().equals(ScriptedMails.SORT)
                ? mails.sorted(task, stage.cues())
                : council.answers(task, person, round, today, stage.cues());
        desk.complete(task.id(), person, given);
        return given;
    }

    /** The word that decides, and the address where one is corrected; none of the texts. */
    private static String told(Map<String, String> given) {
        String address = given.get("newAddress");
        return DECIDING.stream()
                .filter(given::containsKey)
                .map(name -> String.valueOf(given.get(name)).toLowerCase(Locale.ROOT))
                .findFirst()
                .map(word -> address == null ? word : word + ": " + address)
                .orElse("");
    }

    Person holder(Municipality place, Role role) {
        return people.inGroups(place.code(), List.of(role.group(null))).get(0);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Finland.ZONE).toInstant();
    }
}
