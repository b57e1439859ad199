package fi.hytekello.demo.simulation;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.MovableClock;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Does a task when and as the script says, in the name of the person whose turn it is. */
@Component
class Actor {

    private static final String DECISION = "Activity_RecordDecision";

    private final Script script;
    private final BusinessDays businessDays;
    private final MovableClock clock;
    private final People people;
    private final TaskDesk desk;
    private final ScriptedUsers users;
    private final ScriptedStatements statements;
    private final MessageSource messages;

    Actor(
            Script script,
            BusinessDays businessDays,
            MovableClock clock,
            People people,
            TaskDesk desk,
            ScriptedUsers users,
            ScriptedStatements statements,
            MessageSource messages) {
        this.script = script;
        this.businessDays = businessDays;
        this.clock = clock;
        this.people = people;
        this.desk = desk;
        this.users = users;
        this.statements = statements;
        this.messages = messages;
    }

    Instant when(OpenTask task, Scene scene) {
        return script.cue(task, scene.part(task, who(task))).timing().of(task, businessDays);
    }

    void act(OpenTask task, Scene scene, Amount amount, Timeline timeline) {
        String who = who(task);
        Cue.Part part = scene.part(task, who);
        Cue cue = script.cue(task, part);
        scene.done(task, who);
        Person person = users.responsible(task);
        Turn turn = new Turn(task, person, part.round(), cue, script, amount);
        String place = scene.place().nameFi();
        if (ScriptedStatements.isStatement(task) && statements.answersByLink(turn)) {
            // Those asked do not sign in: nobody's name stands beside what they send.
            timeline.said(clock.now(), place, String.valueOf(who), "answers through its link");
            return;
        }
        Map<String, String> answers = answers(turn);
        ScriptedUsers.as(person, () -> {
            users.prepare(turn);
            desk.complete(task.id(), person, answers);
        });
        timeline.did(
                clock.now(),
                place,
                person.username().value(),
                messages.getMessage(task.nameKey(), null, Languages.FINNISH),
                told(turn, answers));
    }

    /** A named person's post, or the kind of the party that is asked. */
    private @Nullable String who(OpenTask task) {
        if (ScriptedStatements.isStatement(task)) {
            return statements.asked(task).name();
        }
        return task.isPersonal() && task.assignee() != null
                ? task.assignee().value().replaceAll("\\..*", "")
                : null;
    }

    private Map<String, String> answers(Turn turn) {
        LocalDate today = LocalDate.ofInstant(clock.now(), Finland.ZONE);
        String site = site(turn.task());
        Map<String, String> answers = new HashMap<>(turn.cue().answers());
        answers.replaceAll((name, value) -> value.startsWith("@")
                ? script.text(value.substring(1))
                : value.replace("{site}", site).replace("{year}", Integer.toString(today.getYear())));
        if (turn.task().task().equals(DECISION)) {
            answers.put("decidedOn", today.toString());
            answers.put("section", "§ " + today.getDayOfYear());
            answers.put("diaryNumber", "%s/00.01.02/%d".formatted(turn.task().municipality(), today.getYear()));
            answers.put("link", site + "/poytakirjat/" + today);
            if ("TABLED".equals(answers.get("bodyOutcome"))) {
                answers.put("nextMeetingOn", businessDays.plus(today, 5).toString());
            }
        }
        return answers;
    }

    private String site(OpenTask task) {
        return people.inGroups(task.municipality(), List.of(Role.REGISTRY.group(null))).stream()
                .findFirst()
                .map(registry -> registry.email().replaceAll(".*@", "https://www."))
                .orElse("https://www.kunta.example");
    }

    private static String told(Turn turn, Map<String, String> answers) {
        return turn.task().task().equals(DECISION)
                ? turn.task().body() + ": "
                        + String.valueOf(answers.get("bodyOutcome")).toLowerCase(Locale.ROOT)
                : turn.cue().told();
    }
}
