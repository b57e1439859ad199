package fi.hytekello.nomination.web;

import fi.hytekello.body.MembershipDraft;
import fi.hytekello.body.Organisation;
import fi.hytekello.body.Organisations;
import fi.hytekello.nomination.Round;
import fi.hytekello.nomination.RoundComposing;
import fi.hytekello.nomination.RoundRequests;
import fi.hytekello.nomination.Rounds;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.worklist.OpenTask;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which a body is composed of those named, and their appointment recorded. */
@Controller
class ComposePage {

    private final Rounds rounds;
    private final RoundComposing composing;
    private final RoundRequests requests;
    private final Organisations organisations;

    ComposePage(Rounds rounds, RoundComposing composing, RoundRequests requests, Organisations organisations) {
        this.rounds = rounds;
        this.composing = composing;
        this.requests = requests;
        this.organisations = organisations;
    }

    @GetMapping("/tasks/{taskId}/nomination-compose")
    String show(OpenTask task, Model model) {
        if (!task.task().equals("Activity_ComposeGroup")) {
            throw new NotFound("problem.task.gone");
        }
        Round round = rounds.get(Round.ofMatter(task.matter()));
        List<MembershipDraft> named = composing.named(round.id(), rounds.today(), null);
        model.addAttribute("task", task);
        model.addAttribute("round", round);
        model.addAttribute("named", named);
        model.addAttribute("twice", composing.namedTwice(named));
        model.addAttribute("composition", composing.composition(round, named, false));
        model.addAttribute("asked", requests.of(round.id()));
        model.addAttribute(
                "organisations",
                organisations.of(round.keeper()).stream()
                        .collect(Collectors.toMap(Organisation::id, Function.identity())));
        return "forms/nomination/nomination-compose";
    }
}
