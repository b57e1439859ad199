package fi.hytekello.plan.web;

import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.Person;
import fi.hytekello.plan.FollowedMeasure;
import fi.hytekello.plan.MeasureLight;
import fi.hytekello.plan.PlanFollowUps;
import fi.hytekello.plan.ReportRound;
import fi.hytekello.plan.Responsible;
import fi.hytekello.platform.Dates;
import fi.hytekello.platform.web.Exports;
import fi.hytekello.platform.web.Names;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The measures for which the signed-in person answers, and what is due next. */
@Controller
class OwnMeasuresController {

    private final PlanFollowUps followUps;
    private final Cycles cycles;
    private final Names names;
    private final MessageSource messages;
    private final Dates dates;
    private final Exports exports;

    OwnMeasuresController(
            PlanFollowUps followUps, Cycles cycles, Names names, MessageSource messages, Dates dates, Exports exports) {
        this.followUps = followUps;
        this.cycles = cycles;
        this.names = names;
        this.messages = messages;
        this.dates = dates;
        this.exports = exports;
    }

    @GetMapping("/measures/mine")
    String show(Person person, Locale locale, Model model) {
        model.addAttribute("rows", rows(person, locale));
        return "forms/plan/own-measures";
    }

    @GetMapping("/measures/mine.{format:xlsx|csv}")
    ResponseEntity<byte[]> file(@PathVariable String format, Person person, Locale locale) {
        return PlanExports.own(exports.own("plan.own.title", locale), rows(person, locale))
                .as(format);
    }

    private List<OwnMeasure> rows(Person person, Locale locale) {
        Map<CycleId, Cycle> known =
                cycles.of(person.municipalities()).stream().collect(Collectors.toMap(Cycle::id, Function.identity()));
        return followUps.answeredBy(person).stream()
                .map(one ->
                        row(one, Objects.requireNonNull(known.get(one.measure().cycle())), person, locale))
                .toList();
    }

    private OwnMeasure row(FollowedMeasure one, Cycle cycle, Person person, Locale locale) {
        Responsible owner = one.measure().owner();
        return new OwnMeasure(
                one,
                names.municipality(cycle.municipality(), locale) + " " + cycle.year(),
                owner == null || !person.username().equals(owner.username()),
                next(one, locale),
                dueOn(one));
    }

    private String next(FollowedMeasure one, Locale locale) {
        ReportRound round = one.next();
        if (round != null) {
            return messages.getMessage("plan.own.next.report", new Object[] {dates.date(round.asOf())}, locale);
        }
        return messages.getMessage("plan.own.next." + kind(one.light()), null, locale);
    }

    private static String kind(MeasureLight light) {
        return switch (light) {
            case NOT_BEGUN -> "begin";
            case ON_SCHEDULE, DELAYED -> "end";
            case END_UNREPORTED -> "tellEnd";
            case DONE, CANCELLED -> "none";
        };
    }

    private static @Nullable LocalDate dueOn(FollowedMeasure one) {
        ReportRound round = one.next();
        if (round != null) {
            return round.dueAt().atZone(Finland.ZONE).toLocalDate();
        }
        return switch (one.light()) {
            case NOT_BEGUN -> one.measure().content().startsOn();
            case ON_SCHEDULE, DELAYED, END_UNREPORTED -> one.measure().content().endsOn();
            case DONE, CANCELLED -> null;
        };
    }
}
