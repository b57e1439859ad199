package fi.hytekello.decision.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.decision.Decision;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.SeenVersions;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.plan.ReportComparisons;
import fi.hytekello.plan.ReportVersion;
import fi.hytekello.plan.WelfareReports;
import fi.hytekello.platform.problem.NotFound;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The versions of a welfare report: which there are, each to read, any two side by side. */
@Controller
class VersionPages {

    private final Cycles cycles;
    private final WelfareReports reports;
    private final ReportComparisons comparisons;
    private final Decisions decisions;
    private final SeenVersions seen;

    VersionPages(
            Cycles cycles,
            WelfareReports reports,
            ReportComparisons comparisons,
            Decisions decisions,
            SeenVersions seen) {
        this.cycles = cycles;
        this.reports = reports;
        this.comparisons = comparisons;
        this.decisions = decisions;
        this.seen = seen;
    }

    @GetMapping("/cycles/{id}/versions")
    String list(@PathVariable long id, Person person, Model model) {
        Cycle cycle = visible(id, person);
        Map<Integer, List<Decision>> made = decisions.of(cycle.id()).stream()
                .filter(one -> one.subject() == Subject.WELFARE_REPORT && one.versionNumber() != null)
                .collect(Collectors.groupingBy(Decision::versionNumber));
        model.addAttribute("cycle", cycle);
        model.addAttribute("versions", readable(cycle, person));
        model.addAttribute("decisions", made);
        return "forms/decision/versions";
    }

    @GetMapping("/cycles/{id}/versions/{number}")
    String show(@PathVariable long id, @PathVariable int number, Person person, Model model) {
        Cycle cycle = visible(id, person);
        requireReadable(cycle, person, number);
        model.addAttribute("cycle", cycle);
        model.addAttribute("report", reports.at(cycle.id(), number));
        seen.seen(person.username(), cycle.id(), Subject.WELFARE_REPORT, number);
        return "forms/decision/version";
    }

    @GetMapping("/cycles/{id}/versions/compare")
    String compare(@PathVariable long id, @RequestParam int from, @RequestParam int to, Person person, Model model) {
        Cycle cycle = visible(id, person);
        requireReadable(cycle, person, from);
        requireReadable(cycle, person, to);
        model.addAttribute("cycle", cycle);
        model.addAttribute("versions", readable(cycle, person));
        model.addAttribute("comparison", comparisons.between(cycle.id(), from, to));
        return "forms/decision/comparison";
    }

    private Cycle visible(long id, Person person) {
        Cycle cycle = cycles.get(new CycleId(id));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        return cycle;
    }

    /** A version that is still being written is the coordinator's own. */
    private List<ReportVersion> readable(Cycle cycle, Person person) {
        return reports.versions(cycle.id()).stream()
                .filter(version -> version.isSubmitted() || person.holds(Role.COORDINATOR, cycle.municipality()))
                .toList();
    }

    private void requireReadable(Cycle cycle, Person person, int number) {
        if (readable(cycle, person).stream().noneMatch(version -> version.number() == number)) {
            throw new NotFound("problem.report.unknown");
        }
    }
}
