package fi.hytekello.indicator;

import fi.hytekello.calendar.Finland;
import fi.hytekello.platform.chart.Numbers;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What pages and documents say of figures and of their age. */
@Component("indicatorWords")
public class IndicatorWords {

    private static final int OLD_AFTER_YEARS = 3;

    private final MessageSource messages;
    private final Clock clock;

    IndicatorWords(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** The year in Finland now. */
    public int thisYear() {
        return LocalDate.now(clock.withZone(Finland.ZONE)).getYear();
    }

    /** Such as {@code arvo on vuodelta 2011, 15 vuotta vanha}. */
    public String age(int year, Locale locale) {
        int age = thisYear() - year;
        String key = age <= 0 ? "indicator.age.now" : age == 1 ? "indicator.age.one" : "indicator.age.many";
        return text(key, locale, Integer.toString(year), age);
    }

    /** Whether a value is so old that a page says it with emphasis. */
    public boolean isOld(int year) {
        return thisYear() - year > OLD_AFTER_YEARS;
    }

    /** A theme of the catalogue; the code itself where there is no word for it. */
    public String theme(String code, Locale locale) {
        return Objects.requireNonNull(messages.getMessage("indicator.theme." + code, null, code, locale));
    }

    /** Whose figures a track has; a median says that it is one. */
    public String name(Track track, Locale locale) {
        return switch (track.kind()) {
            case COUNTY_MEDIAN -> text("indicator.track.county", locale, countyWithoutItsKind(track.name(locale)));
            case COUNTRY_MEDIAN -> text("indicator.track.country", locale);
            case CHOSEN_MEDIAN -> text("light.reference.CHOSEN_MEDIAN", locale);
            case GROUP -> genderOr(track.name(locale), locale);
            default -> track.name(locale);
        };
    }

    private static String countyWithoutItsKind(String name) {
        return name.replaceFirst(" (hyvinvointialue|välfärdsområde)$", "");
    }

    private String genderOr(String name, Locale locale) {
        return List.of("female", "male", "total").contains(name) ? text("indicator.gender." + name, locale) : name;
    }

    /** A value, or why there is none. */
    public String cell(Reading reading, Numbers numbers) {
        BigDecimal value = reading.value();
        if (value != null) {
            return numbers.format(value);
        }
        BigDecimal absolute = reading.absolute();
        return absolute == null
                ? text("indicator.state." + reading.status(), numbers.locale())
                : text(
                        "indicator.state.ABSOLUTE_ONLY",
                        numbers.locale(),
                        new Numbers(numbers.locale(), 0).format(absolute));
    }

    /** Number and unit, such as {@code 7,6 %}; an index or a ratio is told in brackets. */
    public String withUnit(BigDecimal value, Indicator indicator, Numbers numbers) {
        String unit = indicator.unit(numbers.locale());
        return numbers.format(value) + "\u00a0" + (indicator.isPureNumber() ? "(" + unit + ")" : unit);
    }

    /** The target beside its label, such as {@code 6,0 % vuonna 2029}. */
    public String targetValue(TrendTarget target, Indicator indicator, Numbers numbers) {
        String value = withUnit(target.value(), indicator, numbers);
        Integer year = target.year();
        return year == null ? value : text("indicator.target.by", numbers.locale(), value, year.toString());
    }

    /** Such as {@code Tavoite 6,0 vuonna 2029}. */
    public String target(TrendTarget target, Numbers numbers) {
        String value = numbers.format(target.value());
        Integer year = target.year();
        return year == null
                ? text("indicator.target", numbers.locale(), value)
                : text("indicator.target.year", numbers.locale(), value, year.toString());
    }

    /** First, newest, highest and lowest value in words, and the years between that have none. */
    String described(Track track, Indicator indicator, Numbers numbers) {
        Locale locale = numbers.locale();
        SortedMap<Integer, BigDecimal> values = track.values();
        BigDecimal first = Objects.requireNonNull(values.get(values.firstKey()));
        BigDecimal last = Objects.requireNonNull(values.get(values.lastKey()));
        String name = name(track, locale);
        String unit = indicator.unit(locale);
        if (values.size() == 1) {
            return text(
                    "indicator.chart.one",
                    locale,
                    name,
                    numbers.format(first),
                    unit,
                    values.firstKey().toString());
        }
        String text = text(
                "indicator.chart.many",
                locale,
                name,
                numbers.format(first),
                unit,
                values.firstKey().toString(),
                numbers.format(last),
                values.lastKey().toString(),
                numbers.format(
                        values.values().stream().max(BigDecimal::compareTo).orElseThrow()),
                numbers.format(
                        values.values().stream().min(BigDecimal::compareTo).orElseThrow()));
        String gaps = Years.missing(values.keySet());
        return gaps.isEmpty() ? text : text + " " + text("indicator.chart.gaps", locale, gaps);
    }

    public String text(String key, Locale locale, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, locale));
    }
}
