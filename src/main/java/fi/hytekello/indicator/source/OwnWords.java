package fi.hytekello.indicator.source;

import fi.hytekello.indicator.Direction;
import fi.hytekello.municipality.Languages;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words that a municipality's own table may choose from, in Finnish and Swedish. */
@Component
class OwnWords {

    /** As the shipped catalogue has them. */
    static final List<String> THEMES = List.of(
            "POPULATION",
            "LIVELIHOOD",
            "WORK",
            "ECONOMY",
            "HOUSING",
            "PARTICIPATION",
            "CHILDREN",
            "LEARNING",
            "EXERCISE",
            "HEALTH",
            "OLDER_PEOPLE",
            "SAFETY",
            "MANAGEMENT");

    private final MessageSource messages;

    OwnWords(MessageSource messages) {
        this.messages = messages;
    }

    boolean isDirection(Direction direction, String given) {
        return isWord("catalogue.direction." + direction, direction.name(), given);
    }

    Optional<String> theme(String given) {
        return THEMES.stream()
                .filter(theme -> isWord("indicator.theme." + theme, theme, given))
                .findFirst();
    }

    String word(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, locale));
    }

    private boolean isWord(String key, String name, String given) {
        return name.equals(given)
                || word(key, Languages.FINNISH).equalsIgnoreCase(given)
                || word(key, Languages.SWEDISH).equalsIgnoreCase(given);
    }
}
