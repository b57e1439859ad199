package fi.hytekello.plan;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.sheet.Table;
import fi.hytekello.platform.sheet.Table.Column;
import fi.hytekello.platform.sheet.Table.Line;
import fi.hytekello.platform.sheet.Table.Pick;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A department's proposals as a spreadsheet, and the values that its cells may have. */
@Component
public class ProposalTables {

    private final ProposalWords words;
    private final Goals goals;
    private final Measures measures;
    private final People people;
    private final Cycles cycles;
    private final MessageSource messages;

    ProposalTables(
            ProposalWords words, Goals goals, Measures measures, People people, Cycles cycles, MessageSource messages) {
        this.words = words;
        this.goals = goals;
        this.measures = measures;
        this.people = people;
        this.cycles = cycles;
        this.messages = messages;
    }

    /** The headers of the template. */
    public List<String> headers(CycleId cycle, Locale locale) {
        int year = cycles.get(cycle).year() + 1;
        return Arrays.stream(ProposalColumn.values())
                .map(column -> words.header(column, year, locale))
                .toList();
    }

    /** The department's rows as they stand, and the values to choose from. */
    public List<Table> rows(ProposalImports.Place place, Locale locale) {
        return tables(place, measures.of(place.cycle(), place.department()), locale);
    }

    /** The same without rows. */
    public List<Table> template(ProposalImports.Place place, Locale locale) {
        return tables(place, List.of(), locale);
    }

    private List<Table> tables(ProposalImports.Place place, List<Measure> rows, Locale locale) {
        Cycle cycle = cycles.get(place.cycle());
        List<Goal> known = goals.list(cycle.id());
        Map<Username, String> titles = people.of(cycle.municipality()).stream()
                .collect(Collectors.toMap(
                        one -> one.username(), one -> one.title(locale) + " (" + one.username() + ")"));
        List<List<?>> choices = List.of(
                known.stream().map(goal -> goal(goal, locale)).toList(),
                titles.values().stream().sorted().toList(),
                Arrays.stream(PopulationGroup.values())
                        .map(group -> words.choice(group, locale))
                        .toList(),
                Arrays.stream(PlanScope.values())
                        .map(scope -> words.choice(scope, locale))
                        .toList(),
                List.of(words.yes(locale), words.no(locale)),
                List.copyOf(place.indicators().keySet()),
                place.indicators().values().stream()
                        .map(names -> names.get(Languages.isSwedish(locale) ? 1 : 0))
                        .toList());
        Table values = values(choices, locale);
        Table proposals = new Table(
                text("proposal.sheet", locale),
                List.of(),
                Arrays.stream(ProposalColumn.values())
                        .map(column -> column(column, cycle.year() + 1, values.name(), choices, locale))
                        .toList(),
                rows.stream()
                        .map(measure -> line(measure.content(), known, titles, locale))
                        .toList());
        return List.of(proposals, values);
    }

    private Table values(List<List<?>> choices, Locale locale) {
        List<String> headers = List.of(
                text("field.goal", locale),
                text("proposal.values.people", locale),
                text("field.populationGroup", locale),
                text("proposal.column.scopes", locale),
                text("field.noCost", locale),
                text("proposal.column.indicator", locale),
                text("proposal.values.indicatorName", locale));
        int longest = choices.stream().mapToInt(List::size).max().orElse(0);
        return new Table(
                text("proposal.values", locale),
                List.of(),
                headers.stream().map(header -> Column.text(header, 36)).toList(),
                IntStream.range(0, longest)
                        .mapToObj(row -> new Line(
                                choices.stream()
                                        .<@Nullable Object>map(list -> row < list.size() ? list.get(row) : null)
                                        .collect(Collectors.toCollection(ArrayList::new)),
                                false))
                        .toList());
    }

    private Column column(ProposalColumn column, int year, String values, List<List<?>> choices, Locale locale) {
        String header = words.header(column, year, locale);
        Function<Integer, Pick> pick =
                at -> new Pick(values, at, choices.get(at).size());
        return switch (column) {
            case TITLE -> Column.text(header, 44);
            case GOAL -> Column.text(header, 40).choosing(pick.apply(0));
            case OWNER, DEPUTY -> Column.text(header, 34).choosing(pick.apply(1));
            case STARTS_ON, ENDS_ON -> Column.date(header);
            case EURO, EURO_YEAR_2, EURO_YEAR_3 -> Column.money(header);
            case NO_COST -> Column.text(header, 16).choosing(pick.apply(4));
            case POPULATION_GROUP -> Column.text(header, 20).choosing(pick.apply(2));
            case SCOPES -> Column.text(header, 40);
            case PERSON_YEARS -> Column.number(header);
            case INDICATOR -> Column.text(header, 14);
            case SUGGESTED_LINE -> Column.text(header, 26);
        };
    }

    private Line line(MeasureContent content, List<Goal> known, Map<Username, String> titles, Locale locale) {
        String goal = known.stream()
                .filter(one -> one.id().equals(content.goal()))
                .findFirst()
                .map(one -> goal(one, locale))
                .orElse(null);
        return Line.of(
                content.title(),
                goal,
                person(content.owner(), titles),
                person(content.deputy(), titles),
                content.startsOn(),
                content.endsOn(),
                content.euro(),
                content.noCost() ? words.yes(locale) : null,
                content.populationGroup() == null ? null : words.choice(content.populationGroup(), locale),
                content.scopes().stream()
                        .map(scope -> words.choice(scope, locale))
                        .collect(Collectors.joining("; ")),
                content.euroYear2(),
                content.euroYear3(),
                content.personYears(),
                content.suggestedLine(),
                Objects.toString(content.indicator(), ""));
    }

    private static @Nullable String person(@Nullable Username named, Map<Username, String> titles) {
        return named == null ? null : titles.getOrDefault(named, named.value());
    }

    private static String goal(Goal goal, Locale locale) {
        return goal.priority() + ". " + goal.title(locale);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
