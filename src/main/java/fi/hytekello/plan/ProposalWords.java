package fi.hytekello.plan;

import fi.hytekello.municipality.Languages;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The headers and choices of a table of proposals in words; a table is read in either language. */
@Component
public class ProposalWords {

    private static final List<Locale> LANGUAGES = List.of(Languages.FINNISH, Languages.SWEDISH);

    private final MessageSource messages;

    ProposalWords(MessageSource messages) {
        this.messages = messages;
    }

    /** @param planYear the budget year, which the euro columns name */
    public String header(ProposalColumn column, int planYear, Locale locale) {
        return switch (column) {
            case EURO -> text("plan.euroIn", locale, planYear);
            case EURO_YEAR_2 -> text("plan.euroIn", locale, planYear + 1);
            case EURO_YEAR_3 -> text("plan.euroIn", locale, planYear + 2);
            case SCOPES -> text("proposal.column.scopes", locale);
            case INDICATOR -> text("proposal.column.indicator", locale);
            default -> text("field." + column.field(), locale);
        };
    }

    public String choice(PopulationGroup group, Locale locale) {
        return text("populationGroup." + group, locale);
    }

    public String choice(PlanScope scope, Locale locale) {
        return text("planScope." + scope, locale);
    }

    public String yes(Locale locale) {
        return text("plan.yes", locale);
    }

    public String no(Locale locale) {
        return text("plan.no", locale);
    }

    /** All headers that name this column: as the template has it, and as the form has it. */
    String[] headers(ProposalColumn column, int planYear) {
        return LANGUAGES.stream()
                .flatMap(locale -> Stream.of(header(column, planYear, locale), text("field." + column.field(), locale)))
                .distinct()
                .toArray(String[]::new);
    }

    Map<String, PopulationGroup> groups() {
        return known(PopulationGroup.values(), "populationGroup.");
    }

    Map<String, PlanScope> scopes() {
        return known(PlanScope.values(), "planScope.");
    }

    /** Words for yes as true, for no as false. */
    Map<String, Boolean> answers() {
        Map<String, Boolean> known = new HashMap<>();
        Stream.of("x", "1", "true", "k", "j").forEach(word -> known.put(word, true));
        Stream.of("0", "false", "e", "n", "-", "–").forEach(word -> known.put(word, false));
        LANGUAGES.forEach(locale -> {
            known.put(key(yes(locale)), true);
            known.put(key(no(locale)), false);
        });
        return known;
    }

    /** True where a cost is said to be none in words, such as {@code ei kustannuksia}. */
    boolean meansNoCost(String cell) {
        return LANGUAGES.stream()
                .anyMatch(locale -> key(text("field.noCost", locale)).equals(key(cell)));
    }

    /** As texts are compared: capitals and the number of spaces do not matter. */
    static String key(String text) {
        return text.strip().replaceAll("[\\s\\p{Zs}]+", " ").toLowerCase(Locale.ROOT);
    }

    private <E extends Enum<E>> Map<String, E> known(E[] values, String prefix) {
        Map<String, E> known = new HashMap<>();
        Arrays.stream(values).forEach(value -> {
            known.put(key(value.name()), value);
            LANGUAGES.forEach(locale -> known.put(key(text(prefix + value, locale)), value));
        });
        return known;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
