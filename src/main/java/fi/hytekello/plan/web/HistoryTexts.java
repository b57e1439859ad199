package fi.hytekello.plan.web;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Username;
import fi.hytekello.plan.Goal;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.MeasureHistory;
import fi.hytekello.platform.Dates;
import fi.hytekello.platform.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a measure's history into words of the reader's language. */
@Component
class HistoryTexts {

    private final People people;
    private final Goals goals;
    private final Dates dates;
    private final Money money;
    private final MessageSource messages;

    HistoryTexts(People people, Goals goals, Dates dates, Money money, MessageSource messages) {
        this.people = people;
        this.goals = goals;
        this.dates = dates;
        this.money = money;
        this.messages = messages;
    }

    /** One thing that was done, in words. */
    record Told(Instant at, String actor, String action, List<Field> fields) {}

    /** What changed, in words; an empty text where there was nothing. */
    record Field(String label, String before, String after) {}

    List<Told> of(CycleId cycle, List<MeasureHistory.Entry> entries, Locale locale) {
        Map<Username, String> titles = people.titles(usernames(entries), locale);
        Map<String, String> goalTitles = goals.list(cycle).stream()
                .collect(Collectors.toMap(goal -> goal.id().toString(), (Goal goal) -> goal.title(locale)));
        return entries.stream()
                .map(entry -> new Told(
                        entry.at(),
                        actor(entry.actor(), titles, locale),
                        text("history." + entry.action(), locale),
                        entry.changes().stream()
                                .map(change -> new Field(
                                        text("field." + change.field(), locale),
                                        value(change.field(), change.before(), titles, goalTitles, locale),
                                        value(change.field(), change.after(), titles, goalTitles, locale)))
                                .toList()))
                .toList();
    }

    private String actor(@Nullable String actor, Map<Username, String> titles, Locale locale) {
        return actor == null ? text("history.system", locale) : titles.getOrDefault(new Username(actor), actor);
    }

    private static Set<Username> usernames(List<MeasureHistory.Entry> entries) {
        Stream<String> actors = entries.stream().flatMap(entry -> Stream.ofNullable(entry.actor()));
        Stream<String> named = entries.stream()
                .flatMap(entry -> entry.changes().stream())
                .filter(change -> isPerson(change.field()))
                .flatMap(change -> Stream.of(change.before(), change.after()));
        return new HashSet<>(Stream.concat(actors, named)
                .filter(name -> !name.isBlank())
                .map(Username::new)
                .toList());
    }

    private static boolean isPerson(String field) {
        return field.equals("owner") || field.equals("deputy");
    }

    private String value(
            String field, String raw, Map<Username, String> titles, Map<String, String> goalTitles, Locale locale) {
        if (raw.isEmpty()) {
            return "";
        }
        return switch (field) {
            case "owner", "deputy" -> titles.getOrDefault(new Username(raw), raw);
            case "goal" -> goalTitles.getOrDefault(raw, raw);
            case "euro", "euroYear2", "euroYear3", "grantedEuro" -> money.euro(new BigDecimal(raw));
            case "personYears" -> raw.replace('.', ',');
            case "noCost" -> text(raw.equals("true") ? "plan.yes" : "plan.no", locale);
            case "startsOn", "endsOn" -> dates.date(LocalDate.parse(raw));
            case "populationGroup" -> text("populationGroup." + raw, locale);
            case "status" -> text("measureStatus." + raw, locale);
            case "ownerAnswer", "deputyAnswer" -> text("responsibility." + raw, locale);
            case "scopes" ->
                Arrays.stream(raw.split(",", -1))
                        .map(scope -> text("planScope." + scope, locale))
                        .collect(Collectors.joining(", "));
            default -> raw;
        };
    }

    private String text(String key, Locale locale) {
        // Later kinds of change may be older than their words.
        return Objects.requireNonNull(messages.getMessage(key, null, key, locale));
    }
}
