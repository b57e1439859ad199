package fi.hytekello.budget;

import fi.hytekello.decision.Decision;
import fi.hytekello.platform.Dates;
import fi.hytekello.platform.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells each step of a measure's way in words, also where it has not been taken. */
@Component
public class TraceWords {

    /**
     * One step.
     *
     * @param done false where it is not taken yet, or was left out
     * @param link to the minutes, null where there is none
     */
    public record Step(String text, boolean done, @Nullable String link) {}

    /** A measure's row: the steps are those of {@link #STEPS}, in their order. */
    public record Row(Trace trace, List<Step> steps) {}

    /** The steps of a measure's way, in their order. */
    public static final List<String> STEPS = List.of(
            "proposal",
            "director",
            "committee",
            "reconciled",
            "line",
            "manager",
            "board",
            "council",
            "annex",
            "realised",
            "used");

    private final MessageSource messages;
    private final Dates dates;
    private final Money money;

    TraceWords(MessageSource messages, Dates dates, Money money) {
        this.messages = messages;
        this.dates = dates;
        this.money = money;
    }

    Row row(Trace trace, Locale in) {
        boolean accepted = trace.reconciled() != null || trace.link() != null;
        boolean decided = trace.annex() != null;
        boolean out = trace.isLeftOut();
        List<Step> steps = new ArrayList<>();
        steps.add(proposal(trace, in));
        steps.add(decision(trace.director(), accepted, in));
        steps.add(decision(trace.committee(), accepted, in));
        steps.add(decision(trace.reconciled(), trace.link() != null, in));
        steps.add(link(trace, in));
        steps.add(manager(trace, in));
        steps.add(decision(trace.board(), decided, in));
        steps.add(council(trace, in));
        steps.add(annex(trace, in));
        steps.add(out ? none("budget.trace.notConcerned", in) : realised(trace, in));
        steps.add(out ? none("budget.trace.notConcerned", in) : used(trace, in));
        return new Row(trace, steps);
    }

    private Step proposal(Trace trace, Locale in) {
        String sum = trace.asked().signum() == 0 ? text("budget.noCost", in) : money.euro(trace.asked());
        return trace.proposedOn() == null
                ? done(sum)
                : done(text("budget.trace.proposed", in, dates.date(trace.proposedOn()), sum));
    }

    /** A step before one that is taken is missing; otherwise it is still to come. */
    private Step decision(@Nullable Decision made, boolean passed, Locale in) {
        if (made == null) {
            return none(passed ? "budget.trace.missing" : "budget.trace.notYet", in);
        }
        StringBuilder told = new StringBuilder(text("outcome." + made.outcome(), in))
                .append(' ')
                .append(dates.date(made.decidedOn()));
        if (made.section() != null) {
            told.append(", ").append(made.section());
        }
        if (made.diaryNumber() != null) {
            told.append(", ").append(made.diaryNumber());
        }
        return new Step(told.toString(), made.outcome().isFavourable(), made.link());
    }

    private Step link(Trace trace, Locale in) {
        Trace.Link link = trace.link();
        if (link == null) {
            return none(trace.annex() == null ? "budget.trace.notYet" : "budget.trace.missing", in);
        }
        return done(link.line() == null ? text("budget.noCost", in) : link.line() + ": " + money.euro(link.amount()));
    }

    private Step manager(Trace trace, Locale in) {
        Trace.Verdict manager = trace.manager();
        return manager == null
                ? none(trace.annex() == null ? "budget.trace.notYet" : "budget.trace.missing", in)
                : verdict("budget.choice.", manager, in);
    }

    private Step council(Trace trace, Locale in) {
        Step decided = decision(trace.council(), trace.annex() != null, in);
        Trace.Verdict change = trace.councilChange();
        return change == null
                ? decided
                : new Step(
                        decided.text() + ". "
                                + verdict("budget.council.", change, in).text(),
                        decided.done(),
                        decided.link());
    }

    private Step verdict(String prefix, Trace.Verdict verdict, Locale in) {
        String told = text(prefix + verdict.kind(), in);
        if (verdict.euro() != null) {
            told += ": " + money.euro(verdict.euro());
        }
        if (verdict.reason() != null) {
            told += ": " + verdict.reason();
        }
        return done(told);
    }

    private Step annex(Trace trace, Locale in) {
        Trace.Annex annex = trace.annex();
        if (annex == null) {
            return none("budget.trace.notYet", in);
        }
        return done(annex.euro() == null ? text("budget.trace.annexLeftOut", in) : money.euro(annex.euro()));
    }

    private Step realised(Trace trace, Locale in) {
        if (trace.link() != null && trace.link().line() == null) {
            return done(text("budget.noCost", in));
        }
        Trace.Realised realised = trace.realised();
        return realised == null
                ? none("budget.trace.notYet", in)
                : done(text("budget.trace.realisedOn", in, money.euro(realised.euro()), dates.date(realised.asOf())));
    }

    private Step used(Trace trace, Locale in) {
        BigDecimal used = trace.euroUsed();
        return used == null ? none("budget.trace.notYet", in) : done(money.euro(used));
    }

    private static Step done(String text) {
        return new Step(text, true, null);
    }

    private Step none(String key, Locale in) {
        return new Step(text(key, in), false, null);
    }

    String text(String key, Locale in, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, in));
    }
}
