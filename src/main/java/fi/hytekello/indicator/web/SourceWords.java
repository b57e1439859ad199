package fi.hytekello.indicator.web;

import fi.hytekello.indicator.ValueStatus;
import fi.hytekello.indicator.source.Catalogue;
import fi.hytekello.indicator.source.ImportKind;
import fi.hytekello.indicator.source.OwnValues;
import fi.hytekello.indicator.source.Problem;
import fi.hytekello.municipality.Languages;
import fi.hytekello.platform.Dates;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says where values come from and why some did not, in the reader's language; for pages. */
@Component("sourceWords")
public class SourceWords {

    private final MessageSource messages;
    private final Dates dates;

    SourceWords(MessageSource messages, Dates dates) {
        this.messages = messages;
        this.dates = dates;
    }

    public String problem(Problem problem, Locale locale) {
        return text(problem.key(), locale, problem.arguments().toArray());
    }

    /**
     * How an indicator is cited beside its name: id, producer, years, when they were fetched, licence (Sotkanet's terms).
     */
    public String citation(Catalogue.Entry entry, Locale locale) {
        String id = Integer.toString(entry.indicator().id());
        String producer = entry.indicator().producer(locale);
        String licence = text("catalogue.licence." + entry.licence(), locale);
        Catalogue.Held held = entry.held();
        String key = entry.own() ? "catalogue.citation.own" : "catalogue.citation";
        return held == null
                ? text(key + ".none", locale, id, producer, licence)
                : text(key, locale, id, producer, licence, years(held), fetched(held, locale));
    }

    public String years(Catalogue.Held held) {
        return held.first() == held.last() ? Integer.toString(held.last()) : held.first() + "–" + held.last();
    }

    /** When and how the newest values came in, such as {@code haettu Sotkanetista 2.11.2026}. */
    public String fetched(Catalogue.Held held, Locale locale) {
        if (held.kind() == ImportKind.SHIPPED || (held.fetchedOn() == null && held.kind() == ImportKind.FILE)) {
            return text("catalogue.fetched." + held.kind(), locale);
        }
        return text(
                "catalogue.fetched.on." + held.kind(),
                locale,
                held.fetchedOn() == null ? dates.dayOf(held.importedAt(), locale) : dates.date(held.fetchedOn()));
    }

    /** A value or why there is none. */
    public String value(ValueStatus status, @Nullable BigDecimal value, Locale locale) {
        return value == null ? text("catalogue.value." + status, locale) : number(value, locale);
    }

    /** A value of an own indicator, such as {@code 2025: 61,2 % ± 3,1, 402 vastaajaa}. */
    public String measured(OwnValues.Value value, OwnValues.Named indicator, Locale locale) {
        String unit = Languages.isSwedish(locale) ? indicator.unitSv() : indicator.unitFi();
        String text = value.year() + ": " + number(value.value(), locale) + " " + unit;
        if (value.margin() != null) {
            text += " ± " + number(value.margin(), locale);
        }
        return value.respondents() == null ? text : text + ", " + text("own.respondents", locale, value.respondents());
    }

    public String number(BigDecimal value, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(4);
        return format.format(value);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, locale));
    }
}
