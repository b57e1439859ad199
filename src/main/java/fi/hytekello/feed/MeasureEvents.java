package fi.hytekello.feed;

import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.plan.FollowedMeasure;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureStatus;
import fi.hytekello.plan.PlanFollowUps;
import fi.hytekello.plan.ReportRound;
import fi.hytekello.plan.Responsible;
import fi.hytekello.platform.ical.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The measures in use for which a person answers as owner or deputy: when each ends, and when the next report on them is
 * due. A measure that is not in use yet is a draft and not told of.
 */
@Component
class MeasureEvents {

    private static final Set<MeasureStatus> IN_USE = EnumSet.of(MeasureStatus.ACTIVE, MeasureStatus.DELAYED);

    /** Each department is asked on its own, and may have a date of its own. */
    private record Round(MunicipalityCode municipality, DepartmentCode department, ReportRound report) {}

    private final PlanFollowUps followUps;
    private final FeedWords words;

    MeasureEvents(PlanFollowUps followUps, FeedWords words) {
        this.followUps = followUps;
        this.words = words;
    }

    List<FeedEvent> of(Years years, Person person) {
        List<FollowedMeasure> inUse = followUps.answeredBy(person).stream()
                .filter(one -> IN_USE.contains(one.measure().status()))
                .toList();
        List<FeedEvent> events = new ArrayList<>();
        for (FollowedMeasure one : inUse) {
            LocalDate ends = one.measure().content().endsOn();
            if (ends != null) {
                events.add(end(one.measure(), ends, person, years.language()));
            }
        }
        inUse.stream()
                .filter(one -> one.next() != null)
                .collect(Collectors.groupingBy(
                        one -> new Round(
                                one.municipality(), one.measure().department(), Objects.requireNonNull(one.next())),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .forEach((round, measures) -> events.add(report(years, round, measures)));
        return events;
    }

    private FeedEvent end(Measure measure, LocalDate ends, Person person, Locale in) {
        String path = "/cycles/" + measure.cycle() + "/measures/" + measure.id();
        return new FeedEvent(
                "measure-" + measure.id(),
                new Span.Day(ends),
                words.text("feed.measure", in, measure.title()),
                words.description(
                        path, in, words.text(owns(person, measure) ? "feed.measure.owner" : "feed.measure.deputy", in)),
                null,
                path,
                false);
    }

    private static boolean owns(Person person, Measure measure) {
        Responsible owner = measure.owner();
        return owner != null && person.username().equals(owner.username());
    }

    private FeedEvent report(Years years, Round round, List<FollowedMeasure> measures) {
        Locale in = years.language();
        String titles =
                measures.stream().map(one -> "– " + one.measure().title()).collect(Collectors.joining("\n", "\n", ""));
        String path = "/measures/mine";
        return new FeedEvent(
                "reports-" + round.municipality() + "-" + round.department() + "-"
                        + round.report().asOf(),
                FeedEvent.deadline(round.report().dueAt()),
                words.text("feed.report", in, words.date(round.report().asOf()), years.place(round.municipality())),
                words.description(path, in, words.text("feed.report.what", in) + titles),
                null,
                path,
                false);
    }
}
