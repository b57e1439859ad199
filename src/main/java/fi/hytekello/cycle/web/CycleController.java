package fi.hytekello.cycle.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.CycleKinds;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.cycle.DeadlineWords;
import fi.hytekello.cycle.KindSuggestion;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.YearClock;
import fi.hytekello.municipality.CouncilTerm;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.MunicipalitySettings;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.notification.Escalations;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.Names;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cycles of the signed-in person's municipalities. */
@Controller
class CycleController {

    /** A municipality and the years that its coordinator can start. */
    record Startable(MunicipalityCode municipality, List<StartableYear> years) {}

    /** A year that can be started, with the kind that is suggested for it and the council term it belongs to. */
    record StartableYear(
            int year, KindSuggestion suggestion, @Nullable CouncilTerm term) {}

    private final Cycles cycles;
    private final CyclePlanning planning;
    private final CycleKinds kinds;
    private final YearClock yearClock;
    private final Worklist worklist;
    private final DeadlineWords deadlines;
    private final Escalations escalations;
    private final People people;
    private final Names names;
    private final CouncilMatters councils;

    CycleController(
            Cycles cycles,
            CyclePlanning planning,
            CycleKinds kinds,
            YearClock yearClock,
            Worklist worklist,
            DeadlineWords deadlines,
            Escalations escalations,
            People people,
            Names names,
            CouncilMatters councils) {
        this.councils = councils;
        this.deadlines = deadlines;
        this.escalations = escalations;
        this.people = people;
        this.names = names;
        this.cycles = cycles;
        this.planning = planning;
        this.kinds = kinds;
        this.yearClock = yearClock;
        this.worklist = worklist;
    }

    @GetMapping({"/", "/cycles"})
    String list(Person person, Locale locale, Model model) {
        List<Cycle> known = cycles.of(person.municipalities());
        int year = yearClock.today().getYear();
        List<Startable> startable = person.municipalities().stream()
                .filter(municipality -> person.holds(Role.COORDINATOR, municipality))
                .map(municipality -> new Startable(
                        municipality,
                        IntStream.of(year, year + 1)
                                .filter(candidate -> !isKnown(known, municipality, candidate))
                                .mapToObj(candidate -> new StartableYear(
                                        candidate,
                                        kinds.suggest(municipality, candidate),
                                        kinds.term(candidate).orElse(null)))
                                .toList()))
                .filter(place -> !place.years().isEmpty())
                .toList();
        model.addAttribute("person", person);
        model.addAttribute("cycles", known);
        model.addAttribute("startable", startable);
        model.addAttribute(
                "settable",
                person.municipalities().stream()
                        .filter(municipality -> MunicipalitySettings.mayBeChangedBy(person, municipality))
                        .toList());
        List<OpenTask> tasks = worklist.of(person);
        model.addAttribute("tasks", tasks);
        model.addAttribute("matters", councils.of(person, tasks, locale));
        return "templates/cycles";
    }

    private static boolean isKnown(List<Cycle> known, MunicipalityCode municipality, int year) {
        return known.stream().anyMatch(cycle -> cycle.municipality().equals(municipality) && cycle.year() == year);
    }

    @PostMapping("/cycles")
    String start(
            Person person,
            @RequestParam String municipality,
            @RequestParam int year,
            @RequestParam(required = false) Cycle.@Nullable Kind kind) {
        MunicipalityCode code = new MunicipalityCode(municipality);
        Cycle cycle = planning.start(
                code, year, kind == null ? kinds.suggest(code, year).kind() : kind, person);
        return "redirect:/cycles/" + cycle.id();
    }

    @GetMapping("/cycles/{id}")
    String show(@PathVariable long id, Person person, Model model, Locale locale) {
        Cycle cycle = cycles.get(new CycleId(id));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        List<YearClock.Step> steps = yearClock.steps(cycle);
        model.addAttribute("cycle", cycle);
        model.addAttribute("name", names.municipality(cycle.municipality(), locale) + " " + cycle.year());
        model.addAttribute("steps", steps);
        model.addAttribute("face", ClockFace.of(cycle.year(), steps, yearClock.today(), locale));
        List<OpenTask> waiting = worklist.ofCycle(cycle.id());
        model.addAttribute("waiting", waiting);
        model.addAttribute("whyTasks", deadlines.of(waiting, locale));
        model.addAttribute(
                "mayChangeDeadlines",
                cycle.state() == Cycle.State.RUNNING && person.holds(Role.COORDINATOR, cycle.municipality()));
        model.addAttribute("escalated", escalated(cycle, locale));
        model.addAttribute("person", person);
        model.addAttribute("canCloseRound", mayClose(cycle, person, "DepartmentalProposals"));
        model.addAttribute("canCloseFollowUp", mayClose(cycle, person, "MeasureFollowUp"));
        return "templates/cycle";
    }

    /** Who above has been told of each late step, by the day on which they were told first. */
    private Map<MilestoneKind, Map<LocalDate, String>> escalated(Cycle cycle, Locale locale) {
        List<Escalations.Standing> standing = escalations.standing(cycle.id()).stream()
                .filter(one -> one.task().milestone() != null)
                .toList();
        Map<Username, String> titles = people.titles(
                standing.stream().flatMap(one -> one.told().stream()).toList(), locale);
        Collector<Escalations.Standing, ?, String> together = Collectors.flatMapping(
                one -> one.told().stream().map(person -> titles.getOrDefault(person, person.value())),
                Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), told -> String.join(", ", told)));
        return standing.stream()
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNull(one.task().milestone()),
                        () -> new EnumMap<>(MilestoneKind.class),
                        Collectors.groupingBy(Escalations.Standing::since, TreeMap::new, together)));
    }

    /** The coordinator may go on without the departments that have not answered. */
    private boolean mayClose(Cycle cycle, Person person, String process) {
        return person.holds(Role.COORDINATOR, cycle.municipality())
                && worklist.ofCycle(cycle.id()).stream()
                        .anyMatch(task -> task.process().equals(process) && task.department() != null);
    }
}
