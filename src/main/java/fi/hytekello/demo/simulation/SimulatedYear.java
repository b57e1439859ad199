package fi.hytekello.demo.simulation;

import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleKinds;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.MovableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Plays the years of some municipalities side by side on one clock, as their people and the job executor would. Needs
 * the job executor and the mail rounds to stand still.
 */
@Component
public class SimulatedYear {

    private final MovableClock clock;
    private final CyclePlanning planning;
    private final CycleKinds kinds;
    private final Cycles cycles;
    private final People people;
    private final Script script;
    private final ScriptedFinance finance;
    private final Director director;
    private final SentMails mails;
    private final UsedSheets sheets;

    SimulatedYear(
            MovableClock clock,
            CyclePlanning planning,
            CycleKinds kinds,
            Cycles cycles,
            People people,
            Script script,
            ScriptedFinance finance,
            Director director,
            SentMails mails,
            UsedSheets sheets) {
        this.clock = clock;
        this.planning = planning;
        this.kinds = kinds;
        this.cycles = cycles;
        this.people = people;
        this.script = script;
        this.finance = finance;
        this.director = director;
        this.mails = mails;
        this.sheets = sheets;
    }

    /**
     * What happened.
     *
     * @param sheets the tables that people brought in
     */
    public record Played(List<Cycle> cycles, int tasks, List<UsedSheets.Sheet> sheets) {}

    /**
     * Begins the municipalities' cycles of the year on 2 January and plays them to their end or to {@code until}; the
     * clock stands there afterwards. A cycle that is there already is played on.
     */
    public Played play(Play play, Timeline timeline) {
        Instant begin = LocalDate.of(play.year(), 1, 2)
                .atTime(9, 0)
                .atZone(Finland.ZONE)
                .toInstant();
        clock.stopAt(begin.isBefore(play.until()) ? begin : play.until());
        mails.remember(true);
        sheets.remember(true);
        try {
            List<Scene> scenes = scenes(play, timeline);
            director.direct(scenes, play, timeline);
            return new Played(scenes.stream().map(Scene::cycle).toList(), timeline.tasks(), sheets.take());
        } finally {
            mails.remember(false);
            sheets.remember(false);
        }
    }

    /** The municipalities take the script's plays in turn. */
    private List<Scene> scenes(Play play, Timeline timeline) {
        List<Scene> scenes = new ArrayList<>();
        play.places().stream()
                .sorted(Comparator.comparing(place -> place.code().value()))
                .forEach(place -> {
                    Cycle cycle = cycles.find(place.code(), play.year()).orElseGet(() -> start(place, play, timeline));
                    scenes.add(new Scene(place, cycle, 1 + scenes.size() % script.plays(), finance.errands(cycle)));
                });
        return scenes;
    }

    private Cycle start(Municipality place, Play play, Timeline timeline) {
        Person coordinator = people.inGroups(place.code(), List.of(Role.COORDINATOR.group(null)))
                .get(0);
        Cycle.Kind kind =
                play.kind() == null ? kinds.suggest(place.code(), play.year()).kind() : play.kind();
        List<Cycle> started = new ArrayList<>();
        ScriptedUsers.as(coordinator, () -> started.add(planning.start(place.code(), play.year(), kind, coordinator)));
        timeline.said(
                clock.now(),
                place.nameFi(),
                coordinator.username().value(),
                "starts the wellbeing year " + play.year() + (kind == Cycle.Kind.BROAD ? ", broad" : ""));
        return started.get(0);
    }
}
