package fi.hytekello.nomination.web;

import fi.hytekello.body.Expertise;
import fi.hytekello.body.Gender;
import fi.hytekello.nomination.Nominee;
import fi.hytekello.nomination.NomineeState;
import fi.hytekello.nomination.Nominees;
import fi.hytekello.nomination.Request;
import fi.hytekello.nomination.RequestVia;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of a request show of it. */
@Component
class RequestView {

    private final Nominees nominees;
    private final Clock clock;

    RequestView(Nominees nominees, Clock clock) {
        this.nominees = nominees;
        this.clock = clock;
    }

    /** @param typed what was typed and not taken, null where what is stored is shown */
    void fill(Request request, @Nullable RequestForm typed, Model model) {
        Instant now = clock.instant();
        List<Nominee> named = nominees.of(request.id());
        model.addAttribute("request", request);
        model.addAttribute("nominees", named);
        model.addAttribute("seats", RequestForm.seats(request, named, now));
        model.addAttribute(
                "form",
                Objects.requireNonNullElseGet(typed, () -> RequestForm.of(request, named))
                        .fields());
        model.addAttribute("past", request.isPast(now));
        model.addAttribute("mayExpect", request.mayExpect(now));
        model.addAttribute(
                "proposed",
                named.stream()
                        .filter(one -> one.state() == NomineeState.REPLACEMENT)
                        .count());
        model.addAttribute("takesByHand", request.takes(RequestVia.HAND, now));
        model.addAttribute("fields", Expertise.values());
        model.addAttribute("genders", Gender.values());
    }
}
