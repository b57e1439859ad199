package fi.hytekello.document;

import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.OfficeWords;
import fi.hytekello.platform.Dates;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of one document.
 *
 * @param city whether the municipality calls itself a city
 * @param language the document's
 * @param written the language in which the municipality writes
 */
record Words(OfficeWords messages, boolean city, Dates dates, Locale language, Locale written) {

    static final String NOTHING = "–";

    String text(String key, Object... arguments) {
        return messages.text(key, city, language, arguments);
    }

    /** A text of ours as a sentence's beginning. */
    String capital(String key) {
        String text = text(key);
        return text.substring(0, 1).toUpperCase(language) + text.substring(1);
    }

    /** What people of the municipality wrote, in the language in which they write. */
    Text free(@Nullable String text) {
        return text == null || text.isBlank() ? nothing() : new Text(text.strip(), isForeign(written) ? written : null);
    }

    /** A name given in one or both languages. */
    Text named(@Nullable String fi, @Nullable String sv) {
        String own = Languages.isSwedish(language) ? sv : fi;
        if (own != null) {
            return Text.of(own);
        }
        String other = Languages.isSwedish(language) ? fi : sv;
        return other == null
                ? nothing()
                : new Text(other, Languages.isSwedish(language) ? Languages.FINNISH : Languages.SWEDISH);
    }

    List<Block> paragraphs(String text) {
        return paragraphs(text, written);
    }

    /** @param own the language in which it was written */
    List<Block> paragraphs(String text, Locale own) {
        return Stream.of(text.split("\n", -1))
                .filter(line -> !line.isBlank())
                .<Block>map(line -> new Block.Paragraph(new Text(line.strip(), isForeign(own) ? own : null)))
                .toList();
    }

    /** What the municipality wrote, after a label of ours. */
    List<Block> labelled(String key, String text) {
        List<Block> blocks = new ArrayList<>(paragraphs(text));
        if (!blocks.isEmpty() && blocks.get(0) instanceof Block.Paragraph first) {
            blocks.set(0, new Block.Labelled(text(key), first.text()));
        }
        return blocks;
    }

    boolean isForeign(Locale other) {
        return Languages.isSwedish(other) != Languages.isSwedish(language);
    }

    Text nothing() {
        return Text.of(NOTHING);
    }

    /** Such as {@code 12 500,00 €}, the same in both languages. */
    Text euro(@Nullable BigDecimal sum) {
        if (sum == null) {
            return nothing();
        }
        NumberFormat format = NumberFormat.getNumberInstance(Languages.FINNISH);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return Text.of(format.format(sum) + "\u00a0€");
    }

    String number(@Nullable BigDecimal number) {
        return number == null ? NOTHING : number(number, language);
    }

    static String number(BigDecimal number, Locale language) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(2);
        return format.format(number);
    }

    String date(LocalDate date) {
        return dates.date(date);
    }

    String days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? NOTHING : date(from) + "–" + date(to);
    }
}
