package fi.hytekello.budget.web;

import fi.hytekello.plan.MeasureId;
import fi.hytekello.platform.Money;
import fi.hytekello.platform.problem.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was given in a measure's row; its fields carry the measure's id, such as {@code linkedEuro[12]}. */
record RowAnswers(HttpServletRequest form, MeasureId measure) {

    private static final int LONGEST_REASON = 2000;

    String field(String name) {
        return name + "[" + measure + "]";
    }

    @Nullable
    String text(String name) {
        String given = form.getParameter(field(name));
        if (given == null || given.isBlank()) {
            return null;
        }
        String text = given.strip();
        if (text.length() > LONGEST_REASON) {
            throw new InvalidInput(field(name), "problem.answer.long", LONGEST_REASON, text.length());
        }
        return text;
    }

    @Nullable
    BigDecimal money(String name) {
        return Money.parse(field(name), form.getParameter(field(name)));
    }

    BigDecimal requiredMoney(String name) {
        BigDecimal given = money(name);
        if (given == null) {
            throw new InvalidInput(field(name), "problem.answer.missing");
        }
        return given;
    }

    long number(String name, String given) {
        try {
            return Long.parseLong(given);
        } catch (NumberFormatException malformed) {
            throw new InvalidInput(field(name), "problem.answer.choice");
        }
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        String given = text(name);
        if (given == null) {
            throw new InvalidInput(field(name), "problem.answer.missing");
        }
        return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                .filter(constant -> constant.name().equals(given))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(field(name), "problem.answer.choice"));
    }
}
