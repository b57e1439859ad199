package fi.hytekello.nomination;

import fi.hytekello.body.BodyId;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MunicipalityCode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A round of nominations for one body (R3-01).
 *
 * @param keeper the regional council whose body it is
 * @param dueAt closing time of the registry on the last day; null until the request is approved
 * @param returnComment what the director wrote when the request was last returned
 * @param requestedAt when the director approved it and the letters went
 * @param version counts the changes
 */
public record Round(
        RoundId id,
        MunicipalityCode keeper,
        BodyId body,
        String bodyFi,
        String bodySv,
        RoundState state,
        RoundDraft draft,
        @Nullable Instant dueAt,
        @Nullable String returnComment,
        @Nullable Instant requestedAt,
        int version) {

    private static final String MATTER = "nomination:";

    /** Official name of the body. */
    public String bodyName(Locale locale) {
        return Languages.isSwedish(locale) ? bodySv : bodyFi;
    }

    /** What tasks and mails of the round belong to. */
    public String matter() {
        return MATTER + id;
    }

    /** The round of a task or a mail. */
    public static RoundId ofMatter(@Nullable String matter) {
        if (matter == null || !matter.startsWith(MATTER)) {
            throw new IllegalArgumentException("Not a round of nominations: " + matter);
        }
        return new RoundId(Long.parseLong(matter.substring(MATTER.length())));
    }
}
