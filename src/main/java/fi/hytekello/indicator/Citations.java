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
        List<String> sentences = sources(citation, locale);
        if (!citation.years().isEmpty()) {
            sentences.add(years(citation.years(), locale));
            sentences.add(fetched(citation, locale));
        }
        if (!sotkanet(citation).isEmpty() && citation.typed() != Citation.Typed.ALL) {
            sentences.add(terms(citation, locale));
        }
        if (citation.typed() == Citation.Typed.SOME) {
            sentences.add(word("typed", locale));
        }
        if (citation.medians()) {
            sentences.add(word("medians", locale));
        }
        return String.join(" ", sentences);
    }

    /** What the municipality has typed is not cited as the source's, though the source knows the indicator. */
    private List<String> sources(Citation citation, Locale locale) {
        List<String> sentences = new ArrayList<>();
        List<Indicator> sotkanet = sotkanet(citation);
        if (!sotkanet.isEmpty()) {
            sentences.add(
                    citation.typed() == Citation.Typed.ALL
                            ? word("typed.source", locale, typed(sotkanet, locale))
                            : what(sotkanet, locale));
        }
        if (citation.indicators().stream().anyMatch(Indicator::isOwn)) {
            sentences.add(word("own", locale, own(citation, locale)));
        }
        return sentences;
    }

    private String typed(List<Indicator> indicators, Locale locale) {
        return indicators.stream()
                .map(one ->
                        word("typed.one", locale, Integer.toString(one.id()), one.title(locale), one.producer(locale)))
                .collect(Collectors.joining("; "));
    }

    private static List<Indicator> sotkanet(Citation citation) {
        return citation.indicators().stream()
                .filter(indicator -> !indicator.isOwn())
                .toList();
    }

    private String own(Citation citation, Locale locale) {
        return citation.indicators().stream()
                .filter(Indicator::isOwn)
                .map(indicator -> word("own.one", locale, indicator.title(locale), indicator.producer(locale)))
                .collect(Collectors.joining("; "));
    }

    private String what(List<Indicator> indicators, Locale locale) {
        if (indicators.size() == 1) {
            Indicator one = indicators.get(0);
            return word("one", locale, Integer.toString(one.id()), one.title(locale), one.producer(locale));
        }
        Map<String, List<Integer>> byProducer = new LinkedHashMap<>();
        indicators.forEach(indicator -> byProducer
                .computeIfAbsent(indicator.producer(locale), producer -> new ArrayList<>())
                .add(indicator.id()));
        return word(
                "many",
                locale,
                byProducer.entrySet().stream()
                        .map(producer -> producer(producer.getKey(), producer.getValue(), locale))
                        .collect(Collectors.joining("; ")));
    }

    private String producer(String name, List<Integer> indicators, Locale locale) {
        String ids = indicators.stream().sorted().map(Object::toString).collect(Collectors.joining(", "));
        return word(indicators.size() == 1 ? "producer.one" : "producer", locale, name, ids);
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
        if (citation.typed() == Citation.Typed.ALL) {
            return word("typed.on", locale, days);
        }
        return word(citation.fetchKnown() ? "fetched" : "fetched.partly", locale, days);
    }

    private String terms(Citation citation, Locale locale) {
        long open = sotkanet(citation).stream().filter(Indicator::isOpen).count();
        if (open == 0) {
            return word("terms.own", locale);
        }
        return word(open == sotkanet(citation).size() ? "terms.open" : "terms.mixed", locale);
    }

    private String word(String key, Locale locale, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage("citation." + key, arguments, locale));
    }
}
