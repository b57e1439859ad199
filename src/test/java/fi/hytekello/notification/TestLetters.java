package fi.hytekello.notification;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.MunicipalityCode;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Letters as the outbox would hand them to their authors. */
public final class TestLetters {

    public static final String ADDRESS = "a@alue.example";

    private TestLetters() {}

    /** Of the made town Koekunta, to somebody at {@link #ADDRESS}. */
    public static Letter about(NotificationKind kind, Cycle cycle, Map<String, String> payload, Locale language) {
        return about(kind, cycle, payload, language, null);
    }

    /** Of a regional council, about no year, to somebody outside at {@link #ADDRESS}. */
    public static Letter ofNoYear(
            NotificationKind kind, MunicipalityCode council, Map<String, String> payload, Locale language) {
        return new Letter(
                UUID.randomUUID(),
                kind,
                ADDRESS,
                language,
                0,
                null,
                null,
                council,
                "Koeliitto",
                false,
                null,
                null,
                null,
                null,
                null,
                payload,
                null);
    }

    static Letter about(
            NotificationKind kind,
            Cycle cycle,
            Map<String, String> payload,
            Locale language,
            @Nullable String department) {
        return new Letter(
                UUID.randomUUID(),
                kind,
                ADDRESS,
                language,
                0,
                "contact",
                null,
                cycle.municipality(),
                "Koekunta",
                false,
                cycle.id(),
                cycle.year(),
                department,
                null,
                kind.isAboutTask() ? "4711" : null,
                payload,
                null);
    }
}
