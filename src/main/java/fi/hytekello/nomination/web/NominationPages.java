package fi.hytekello.nomination.web;

import fi.hytekello.body.Bodies;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.Registers;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.nomination.Nominees;
import fi.hytekello.nomination.Round;
import fi.hytekello.nomination.RoundComposing;
import fi.hytekello.nomination.RoundId;
import fi.hytekello.nomination.RoundLetters;
import fi.hytekello.nomination.RoundMeetings;
import fi.hytekello.nomination.RoundRequests;
import fi.hytekello.nomination.Rounds;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.worklist.Worklist;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rounds of a regional council: its people follow them, its coordinator begins them. */
@Controller
class NominationPages {

    private final Rounds rounds;
    private final RoundRequests requests;
    private final RoundLetters letters;
    private final RoundComposing composing;
    private final RoundMeetings meetings;
    private final Nominees nominees;
    private final Bodies bodies;
    private final Registers registers;
    private final Worklist worklist;
    private final ProblemTexts problems;

    NominationPages(
            Rounds rounds,
            RoundRequests requests,
            RoundLetters letters,
            RoundComposing composing,
            RoundMeetings meetings,
            Nominees nominees,
            Bodies bodies,
            Registers registers,
            Worklist worklist,
            ProblemTexts problems) {
        this.rounds = rounds;
        this.requests = requests;
        this.letters = letters;
        this.composing = composing;
        this.meetings = meetings;
        this.nominees = nominees;
        this.bodies = bodies;
        this.registers = registers;
        this.worklist = worklist;
        this.problems = problems;
    }

    @GetMapping("/nominations/{tenant}")
    String list(@PathVariable MunicipalityCode tenant, Person person, Model model) {
        Municipality council = registers.readableBy(person, tenant);
        List<Round> all = rounds.of(tenant);
        Set<BodyId> busy = all.stream()
                .filter(round -> round.state().isUnderWay())
                .map(Round::body)
                .collect(Collectors.toSet());
        model.addAttribute("tenant", council);
        model.addAttribute("rounds", all);
        model.addAttribute("editable", registers.isKeptBy(person, council));
        model.addAttribute(
                "bodies",
                bodies.of(tenant).stream()
                        .filter(body -> !busy.contains(body.id()) && !body.hasEndedOn(rounds.today()))
                        .toList());
        return "forms/nomination/rounds";
    }

    /** A second click finds the round under way and says so. */
    @PostMapping("/nominations/{tenant}")
    String start(
            @PathVariable MunicipalityCode tenant,
            @RequestParam long body,
            Person person,
            Locale locale,
            RedirectAttributes next) {
        try {
            RoundId id = rounds.start(tenant, new BodyId(body), person);
            next.addFlashAttribute("started", true);
            return "redirect:/nominations/" + tenant + "/" + id;
        } catch (Conflict refused) {
            next.addFlashAttribute("problem", problems.of(refused, locale).orElseThrow());
            return "redirect:/nominations/" + tenant;
        }
    }

    @GetMapping("/nominations/{tenant}/{id}")
    String show(@PathVariable MunicipalityCode tenant, @PathVariable long id, Person person, Model model) {
        Municipality council = registers.readableBy(person, tenant);
        Round round = rounds.get(tenant, new RoundId(id));
        model.addAttribute("tenant", council);
        model.addAttribute("round", round);
        model.addAttribute("asked", requests.of(round.id()));
        model.addAttribute("appointment", composing.appointment(round.id()).orElse(null));
        model.addAttribute("meeting", meetings.planned(round.id()).orElse(null));
        boolean keeps = registers.isKeptBy(person, council);
        model.addAttribute("keeps", keeps);
        model.addAttribute("nominees", keeps ? nominees.everybody(round.id()) : List.of());
        model.addAttribute(
                "tasks",
                worklist.ofMatter(round.matter()).stream()
                        .filter(task -> task.isFor(person))
                        .toList());
        return "forms/nomination/round";
    }

    /** @param language {@code fi} or {@code sv} */
    @GetMapping("/nominations/{tenant}/{id}/letter-{language:fi|sv}.pdf")
    ResponseEntity<byte[]> letter(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long id,
            @PathVariable String language,
            Person person) {
        registers.readableBy(person, tenant);
        Round round = rounds.get(tenant, new RoundId(id));
        ContentDisposition shown = ContentDisposition.inline()
                .filename("nimeamispyynto-" + id + "-" + language + ".pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, shown.toString())
                .body(letters.pdf(round.id(), language.equals("sv") ? Languages.SWEDISH : Languages.FINNISH));
    }
}
