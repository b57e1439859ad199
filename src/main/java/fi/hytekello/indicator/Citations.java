package fi.hytekello.indicator;

import fi.hytekello.platform.Dates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The one wording of citations, for pages, documents and files. */
@Component("citations")
public class Citations {

    private final MessageSource messages;
    private final Dates dates;

    Citations(MessageSource messages, Dates dates) {
        this.messages = messages;
        this.dates = dates;
    }

    /** Sentences such as {@code Lähde: Sotkanet.fi, mittari 181 ”Työttömät”. Tuottaja: … Vuodet 1991–2011.} */
    public String text(Citation citation, Locale locale) {
        List<String> sentences = new ArrayList<>();
        sentences.add(what(citation, locale));
        if (!citation.years().isEmpty()) {
            sentences.add(years(citation.years(), locale));
            sentences.add(fetched(citation, locale));
        }
        sentences.add(terms(citation, locale));
        if (citation.medians()) {
            sentences.add(word("medians", locale));
        }
        return String.join(" ", sentences);
    }

    private String what(Citation citation, Locale locale) {
        if (citation.indicators().size() == 1) {
            Indicator one = citation.indicators().get(0);
            return word("one", locale, Integer.toString(one.id()), one.title(locale), one.producer(locale));
        }
        Map<String, List<Integer>> byProducer = new LinkedHashMap<>();
        citation.indicators()
                .forEach(indicator -> byProducer
                        .computeIfAbsent(indicator.producer(locale), producer -> new ArrayList<>())
                        .add(indicator.id()));
        return word(
                "many",
                locale,
                byProducer.entrySet().stream()
                        .map(producer -> word(
                                "producer",
                                locale,
                                producer.getKey(),
                                producer.getValue().stream()
                                        .sorted()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", "))))
                        .collect(Collectors.joining("; ")));
    }

    private String years(SortedSet<Integer> years, Locale locale) {
        return years.size() == 1
                ? word("year", locale, years.first().toString())
                : word("years", locale, years.first().toString(), years.last().toString());
    }

    private String fetched(Citation citation, Locale locale) {
        if (citation.fetched().isEmpty()) {
            return word("fetched.unknown", locale);
        }
        String first = dates.date(citation.fetched().first());
        String last = dates.date(citation.fetched().last());
        String days = first.equals(last) ? first : first + "–" + last;
        return word(citation.fetchKnown() ? "fetched" : "fetched.partly", locale, days);
    }

    private String terms(Citation citation, Locale locale) {
        long open = citation.indicators().stream().filter(Indicator::isOpen).count();
        if (open == 0) {
            return word("terms.own", locale);
        }
        return word(open == citation.indicators().size() ? "terms.open" : "terms.mixed", locale);
    }

    private String word(String key, Locale locale, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage("citation." + key, arguments, locale));
    }
}
