package fi.hytekello.demo.simulation;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleKinds;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.notification.MailDispatcher;
import fi.hytekello.notification.WaitingMails;
import fi.hytekello.platform.MovableClock;
import fi.hytekello.platform.Timers;
import fi.hytekello.statement.PartyKind;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Plays the years of some municipalities side by side on one clock, as their people and the job executor would: who
 * has something to do by now does it, due timers fire in their order, mails leave, and the clock moves on to the next
 * of these. Needs the job executor and the mail rounds to stand still.
 */
@Component
public class SimulatedYear {

    private final MovableClock clock;
    private final CyclePlanning planning;
    private final CycleKinds kinds;
    private final Cycles cycles;
    private final People people;
    private final Worklist worklist;
    private final TaskDesk desk;
    private final Timers timers;
    private final MailDispatcher dispatcher;
    private final WaitingMails waitingMails;
    private final SentMails sentMails;
    private final ScriptedUsers users;
    private final ScriptedStatements statements;
    private final MessageSource messages;
    private final Script script;

    SimulatedYear(
            MovableClock clock,
            CyclePlanning planning,
            CycleKinds kinds,
            Cycles cycles,
            People people,
            Worklist worklist,
            TaskDesk desk,
            Timers timers,
            MailDispatcher dispatcher,
            WaitingMails waitingMails,
            SentMails sentMails,
            ScriptedUsers users,
            ScriptedStatements statements,
            MessageSource messages,
            BusinessDays businessDays) {
        this.clock = clock;
        this.planning = planning;
        this.kinds = kinds;
        this.cycles = cycles;
        this.people = people;
        this.worklist = worklist;
        this.desk = desk;
        this.timers = timers;
        this.dispatcher = dispatcher;
        this.waitingMails = waitingMails;
        this.sentMails = sentMails;
        this.users = users;
        this.statements = statements;
        this.messages = messages;
        this.script = new Script(businessDays);
    }

    /** What happened. */
    public record Played(List<Cycle> cycles, int tasks) {}

    /** Plays an annual year; see {@link #play(List, int, Cycle.Kind, Instant, Timeline)}. */
    public Played play(List<Municipality> places, int year, Instant until, Timeline timeline) {
        return play(places, year, Cycle.Kind.ANNUAL, until, timeline);
    }

    /**
     * Begins the municipalities' cycles of the year on 2 January and plays them to their end or to {@code until}; the
     * clock stands there afterwards. A cycle that is there already is played on.
     *
     * @param kind of the years, null for what is suggested to each municipality
     */
    public Played play(
            List<Municipality> places, int year, Cycle.@Nullable Kind kind, Instant until, Timeline timeline) {
        Instant begin =
                LocalDate.of(year, 1, 2).atTime(9, 0).atZone(Finland.ZONE).toInstant();
        clock.stopAt(begin.isBefore(until) ? begin : until);
        sentMails.remember(true);
        try {
            Run run = new Run(places, kind, timeline);
            run.begin(year);
            run.go(until);
            return new Played(run.playing, timeline.tasks());
        } finally {
            sentMails.remember(false);
        }
    }

    /** One play: what is played, and how often each task was done. */
    private final class Run {

        private final Map<MunicipalityCode, Municipality> places = new LinkedHashMap<>();
        private final List<Cycle> playing = new ArrayList<>();
        private final Map<List<?>, Integer> rounds = new HashMap<>();
        private final Map<String, PartyKind> asked = new HashMap<>();
        private final Timeline timeline;
        private final Cycle.@Nullable Kind kind;

        Run(List<Municipality> places, Cycle.@Nullable Kind kind, Timeline timeline) {
            this.kind = kind;
            places.forEach(place -> this.places.put(place.code(), place));
            this.timeline = timeline;
        }

        void begin(int year) {
            places.values().stream()
                    .sorted(Comparator.comparing(place -> place.code().value()))
                    .forEach(
                            place -> playing.add(cycles.find(place.code(), year).orElseGet(() -> start(place, year))));
        }

        private Cycle start(Municipality place, int year) {
            Person coordinator = people.inGroups(place.code(), List.of(Role.COORDINATOR.group(null)))
                    .get(0);
            List<Cycle> started = new ArrayList<>();
            Cycle.Kind chosen = kind == null ? kinds.suggest(place.code(), year).kind() : kind;
            ScriptedUsers.as(coordinator, () -> started.add(planning.start(place.code(), year, chosen, coordinator)));
            timeline.said(
                    clock.now(),
                    place.nameFi(),
                    coordinator.username().value(),
                    "starts the wellbeing year " + year + (chosen == Cycle.Kind.BROAD ? ", broad" : ""));
            return started.get(0);
        }

        void go(Instant until) {
            while (true) {
                sendMails();
                List<Timers.Timer> waiting =
                        timers.ofCycles(playing.stream().map(Cycle::businessKey).toList());
                List<OpenTask> open = playing.stream()
                        .flatMap(cycle -> worklist.ofCycle(cycle.id()).stream())
                        .toList();
                Optional<Instant> next = Stream.of(
                                waiting.stream().map(Timers.Timer::due),
                                open.stream().map(this::when),
                                waitingMails
                                        .next(playing.stream().map(Cycle::id).toList(), clock.now())
                                        .stream())
                        .flatMap(moments -> moments)
                        .min(Comparator.naturalOrder());
                if (next.isEmpty() || next.get().isAfter(until)) {
                    clock.stopAt(until);
                    return;
                }
                if (next.get().isAfter(clock.now())) {
                    clock.stopAt(next.get());
                }
                act(waiting, open);
            }
        }

        /** Timers before people: at eight in the morning the reminders have left, at ten somebody heeds them. */
        private void act(List<Timers.Timer> waiting, List<OpenTask> open) {
            Instant now = clock.now();
            Optional<Timers.Timer> timer =
                    waiting.stream().filter(job -> !job.due().isAfter(now)).findFirst();
            if (timer.isPresent()) {
                timers.run(timer.get());
                timeline.timer(
                        now,
                        name(timer.get().municipality()),
                        timer.get().process(),
                        timer.get().activity());
                return;
            }
            // What one does may end another's task: a refusal ends the department's other confirmations.
            open.stream()
                    .filter(task -> !when(task).isAfter(now))
                    .filter(task -> worklist.find(task.id()).isPresent())
                    .forEach(this::complete);
        }

        private Instant when(OpenTask task) {
            return ScriptedStatements.isStatement(task)
                    ? script.when(task, asked.computeIfAbsent(task.id(), id -> statements.asked(task)))
                    : script.when(task);
        }

        /** Those asked do not sign in: nobody's name stands beside what they send. */
        private boolean isAnsweredByLink(OpenTask task) {
            if (!ScriptedStatements.isStatement(task) || !statements.answersByLink(task, script)) {
                return false;
            }
            timeline.said(
                    clock.now(),
                    name(task.municipality().value()),
                    String.valueOf(asked.get(task.id())),
                    "answers through its link");
            return true;
        }

        private void complete(OpenTask task) {
            if (isAnsweredByLink(task)) {
                return;
            }
            List<?> key = Arrays.asList(
                    task.cycle(),
                    task.process(),
                    task.task(),
                    task.department(),
                    task.subject(),
                    task.body(),
                    task.isPersonal() ? task.assignee() : null);
            int round = rounds.merge(key, 1, Integer::sum) - 1;
            Person person = users.responsible(task);
            Script.Act act = act(task, round);
            ScriptedUsers.as(person, () -> {
                users.prepare(task, person, round, script);
                desk.complete(task.id(), person, act.answers());
            });
            timeline.did(
                    clock.now(),
                    name(task.municipality().value()),
                    person.username().value(),
                    messages.getMessage(task.nameKey(), null, Languages.FINNISH),
                    act.told());
        }

        private Script.Act act(OpenTask task, int round) {
            String site = "https://www."
                    + people.inGroups(task.municipality(), List.of(Role.REGISTRY.group(null))).stream()
                            .findFirst()
                            .map(registry ->
                                    registry.email().substring(registry.email().indexOf('@') + 1))
                            .orElse("kunta.example");
            LocalDate today = LocalDate.ofInstant(clock.now(), Finland.ZONE);
            if (task.task().equals("Activity_ProposeMeasures")
                    && ScriptedPlanners.proposesNothing(task.requiredDepartment())) {
                return new Script.Act(Map.of("noProposalsReason", script.text("proposals.none")), "nothing this year");
            }
            return ScriptedStatements.isStatement(task)
                    ? script.record(statements.asked(task))
                    : script.act(task, round, today, site);
        }

        private void sendMails() {
            dispatcher.dispatchDue();
            List<SentMails.Sent> sent = sentMails.take();
            places.values()
                    .forEach(place -> timeline.mails(
                            clock.now(),
                            place.nameFi(),
                            sent.stream()
                                    .filter(mail -> mail.municipality()
                                            .equals(place.code().value()))
                                    .toList()));
        }

        private String name(String municipality) {
            return Objects.requireNonNull(places.get(new MunicipalityCode(municipality)))
                    .nameFi();
        }
    }
}
