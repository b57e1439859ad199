package fi.hytekello.plan.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the stored values of an assessment's fields into the reader's words. */
@Component
class ImpactWords {

    private static final Map<String, String> CHOICES =
            Map.of("direction", "effectDirection.", "exclusion", "impactExclusion.", "chosenNeed", "impactNeed.");

    private final MessageSource messages;

    ImpactWords(MessageSource messages) {
        this.messages = messages;
    }

    /** The same state with the newer values in words. */
    RowState told(RowState state, Locale locale) {
        Map<String, String> newer = new LinkedHashMap<>(state.newer());
        newer.replaceAll((field, value) -> word(field, value, locale));
        return new RowState(
                state.row(),
                state.version(),
                state.saved(),
                state.problem(),
                state.newerVersion(),
                newer,
                state.gaps());
    }

    private String word(String field, String value, Locale locale) {
        if (field.startsWith("affects")) {
            return messages.getMessage("true".equals(value) ? "plan.yes" : "plan.no", null, locale);
        }
        String choice = CHOICES.get(field);
        return choice == null || value.isEmpty() ? value : messages.getMessage(choice + value, null, locale);
    }
}
