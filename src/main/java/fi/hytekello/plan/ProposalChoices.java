package fi.hytekello.plan;

import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.InvalidInput;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the cells of a table of proposals may name, found by number or by name in either language. */
final class ProposalChoices {

    private static final Pattern NUMBERED = Pattern.compile("([0-9]{1,9})\\.?(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern IN_PARENTHESES = Pattern.compile(".*\\(([^()]+)\\)", Pattern.DOTALL);

    private final List<Goal> goals;
    private final Collection<Person> people;
    private final Map<Integer, List<String>> indicators;
    private final Map<String, PopulationGroup> groups;
    private final Map<String, PlanScope> scopes;
    private final Map<String, Boolean> answers;

    /** @param indicators names in all languages by number */
    ProposalChoices(
            ProposalWords words, List<Goal> goals, Collection<Person> people, Map<Integer, List<String>> indicators) {
        this.goals = goals;
        this.people = people;
        this.indicators = indicators;
        this.groups = words.groups();
        this.scopes = words.scopes();
        this.answers = words.answers();
    }

    /** By number, by name, or by both as the template has it. */
    GoalId goal(String text) {
        Matcher numbered = NUMBERED.matcher(text);
        if (numbered.matches()) {
            int number = Integer.parseInt(numbered.group(1));
            String title = numbered.group(2);
            for (Goal goal : goals) {
                if (goal.priority() == number && (title == null || names(goal).contains(ProposalWords.key(title)))) {
                    return goal.id();
                }
            }
        }
        List<Goal> named = goals.stream()
                .filter(goal -> names(goal).contains(ProposalWords.key(text)))
                .toList();
        return one(named, "goal", "goal", text).id();
    }

    /**
     * By username, by an unambiguous title, or by both as the template has it.
     *
     * @param before who was named until now, and may stay even when no longer working here
     */
    Username person(String field, String text, @Nullable Username before) {
        Matcher both = IN_PARENTHESES.matcher(text);
        String username = ProposalWords.key(both.matches() ? both.group(1) : text);
        if (before != null && ProposalWords.key(before.value()).equals(username)) {
            return before;
        }
        for (Person person : people) {
            if (ProposalWords.key(person.username().value()).equals(username)) {
                return person.username();
            }
        }
        List<Person> titled = people.stream()
                .filter(person -> Stream.of(person.titleFi(), person.titleSv())
                        .map(ProposalWords::key)
                        .anyMatch(ProposalWords.key(text)::equals))
                .toList();
        // The cell is not repeated: it may hold a person's name.
        return one(titled, field, "person", "").username();
    }

    PopulationGroup group(String text) {
        return known(groups, "populationGroup", text);
    }

    /** One or more, separated by semicolons, commas or line breaks. */
    Set<PlanScope> scopes(String text) {
        return Arrays.stream(text.split("[;,\\n]", -1))
                .filter(part -> !part.isBlank())
                .map(part -> known(scopes, "scopes", part))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PlanScope.class)));
    }

    boolean answer(String field, String text) {
        return known(answers, field, text);
    }

    /** @param before what stood there until now, and may stay even when no longer followed */
    Integer indicator(String text, @Nullable Integer before) {
        Matcher numbered = NUMBERED.matcher(text);
        if (numbered.matches()) {
            Integer number = Integer.valueOf(numbered.group(1));
            if (indicators.containsKey(number) || number.equals(before)) {
                return number;
            }
        }
        Map<String, List<Integer>> byName = new HashMap<>();
        indicators.forEach((id, names) -> names.stream()
                .map(ProposalWords::key)
                .distinct()
                .forEach(name -> byName.merge(
                        name,
                        List.of(id),
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList())));
        return one(byName.getOrDefault(ProposalWords.key(text), List.of()), "indicator", "indicator", text);
    }

    private static Set<String> names(Goal goal) {
        return Stream.of(goal.titleFi(), goal.titleSv())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .map(ProposalWords::key)
                .collect(Collectors.toSet());
    }

    private static <T> T known(Map<String, T> known, String field, String text) {
        T found = known.get(ProposalWords.key(text));
        if (found == null) {
            throw new InvalidInput(field, "problem.proposalImport.choice", text.strip());
        }
        return found;
    }

    private static <T> T one(List<T> found, String field, String kind, String text) {
        if (found.size() != 1) {
            String what = found.isEmpty() ? "unknown" : "several";
            throw new InvalidInput(field, "problem.proposalImport." + kind + "." + what, text);
        }
        return found.get(0);
    }
}
