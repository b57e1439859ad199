package fi.hytekello.demo.simulation;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.meeting.BodyMeetings;
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
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The regional council's people at their tasks: when each is done, by whom, and what follows without one. */
@Component
class RoundOffice {

    private static final List<Role> ROLES = List.of(Role.REGIONAL_COORDINATOR, Role.REGIONAL_DIRECTOR, Role.REGISTRY);
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime OFFICE_HOUR = LocalTime.of(10, 0);
    private static final int DAYS_TO_COMPOSE = 3;

    private final MovableClock clock;
    private final BusinessDays businessDays;
    private final Rounds rounds;
    private final BodyMeetings meetings;
    private final People people;
    private final ScriptedCouncil council;
    private final ScriptedMeeting meeting;
    private final Worklist worklist;
    private final TaskDesk desk;
    private final MessageSource messages;

    RoundOffice(
            MovableClock clock,
            BusinessDays businessDays,
            Rounds rounds,
            BodyMeetings meetings,
            People people,
            ScriptedCouncil council,
            ScriptedMeeting meeting,
            Worklist worklist,
            TaskDesk desk,
            MessageSource messages) {
        this.clock = clock;
        this.businessDays = businessDays;
        this.rounds = rounds;
        this.meetings = meetings;
        this.people = people;
        this.council = council;
        this.meeting = meeting;
        this.worklist = worklist;
        this.desk = desk;
        this.messages = messages;
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
        LocalDate today = LocalDate.ofInstant(clock.now(), Finland.ZONE);
        ScriptedUsers.as(person, () -> {
            Map<String, String> given = council.answers(task, person, round, today, stage.cues());
            desk.complete(task.id(), person, given);
            stage.timeline()
                    .did(
                            clock.now(),
                            stage.place().nameFi(),
                            person.username().value(),
                            Objects.requireNonNull(messages.getMessage(task.nameKey(), null, Languages.FINNISH)),
                            told(given));
        });
        if (task.task().equals("Activity_ComposeGroup")) {
            callTogether(stage, person);
        }
    }

    private void callTogether(RoundStage stage, Person coordinator) {
        ScriptedUsers.as(
                coordinator,
                () -> meetings.callTogether(stage.place().code(), stage.body().id(), coordinator));
        stage.timeline()
                .said(
                        clock.now(),
                        stage.place().nameFi(),
                        coordinator.username().value(),
                        "calls the body's first meeting together");
    }

    /** The word that decides, none of the texts. */
    private static String told(Map<String, String> given) {
        return Stream.of("missingDecision", "undeliverableAnswer", "meetingPreparation", "meetingOutcome")
                .filter(given::containsKey)
                .map(name -> String.valueOf(given.get(name)).toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    Person holder(Municipality place, Role role) {
        return people.inGroups(place.code(), List.of(role.group(null))).get(0);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Finland.ZONE).toInstant();
    }
}
