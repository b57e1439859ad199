package fi.hytekello.demo.simulation;

import fi.hytekello.nomination.Nominee;
import fi.hytekello.nomination.NomineeState;
import fi.hytekello.nomination.Nominees;
import fi.hytekello.nomination.Request;
import fi.hytekello.nomination.RequestState;
import fi.hytekello.nomination.RequestStates;
import fi.hytekello.nomination.RequestVia;
import fi.hytekello.nomination.Round;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether what the script says of a round has really come to pass. */
@Component
class RoundScript {

    private final RequestStates states;
    private final Nominees nominees;

    RoundScript(RequestStates states, Nominees nominees) {
        this.states = states;
        this.nominees = nominees;
    }

    /** What has not; of those that were asked. */
    List<String> missing(Round round) {
        Map<String, Request> asked =
                states.of(round.id()).stream().collect(Collectors.toMap(Request::organisationFi, Function.identity()));
        List<Nominee> named = nominees.everybody(round.id());
        List<String> missing = new ArrayList<>();
        for (NominationCue cue : NominationCue.all()) {
            Request request = asked.get(cue.organisation());
            if (request != null && !hasHappened(cue, request, named)) {
                missing.add("%s: %s has not happened".formatted(cue.organisation(), cue.does()));
            }
        }
        return missing;
    }

    private static boolean hasHappened(NominationCue cue, Request request, List<Nominee> named) {
        return switch (cue.does()) {
            case LINK -> isNamed(cue, request, RequestVia.LINK, named);
            case MAIL, OWN_MAIL -> isNamed(cue, request, RequestVia.MAIL, named);
            case HAND -> isNamed(cue, request, RequestVia.HAND, named);
            case DECLINE -> request.state() == RequestState.DECLINED;
            case EXPECT -> request.expectedOn() != null;
            // What came of them is that the organisation has answered after all.
            case BAD_ADDRESS, EXTEND, ESCALATE -> request.state() == RequestState.CONFIRMED;
        };
    }

    private static boolean isNamed(NominationCue cue, Request request, RequestVia via, List<Nominee> named) {
        return named.stream()
                .anyMatch(one -> one.request().equals(request.id())
                        && one.via() == via
                        && one.title().equals(cue.row().get("title")));
    }

    /** How many are named each way, and how many of them were replaced. */
    Map<String, Integer> named(Round round) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Nominee one : nominees.everybody(round.id())) {
            counts.merge("named by " + one.via().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
            if (one.state() == NomineeState.REPLACED) {
                counts.merge("replaced", 1, Integer::sum);
            }
        }
        return counts;
    }
}
