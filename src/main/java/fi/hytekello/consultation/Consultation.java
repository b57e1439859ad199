package fi.hytekello.consultation;

import fi.hytekello.body.BodyId;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The hearing of the management of several municipalities (R3-12).
 *
 * @param keeper the regional council that hears them
 * @param body for whose work they are heard; null for the whole region
 * @param handler the role whose turn it is to hear them
 * @param lastDay by which all are to be heard
 * @param conclusions the coordinator's, empty until they are written
 * @param summarisedAt when the summary was made; nothing changes after that
 * @param contacts how many municipalities there are to be heard
 * @param finished how many of them have been, or will not be heard any more
 * @param version counts the changes of the conclusions and the days
 */
public record Consultation(
        ConsultationId id,
        MunicipalityCode keeper,
        @Nullable BodyId body,
        @Nullable String bodyFi,
        @Nullable String bodySv,
        String title,
        Role handler,
        LocalDate firstDay,
        LocalDate lastDay,
        List<Question> questions,
        String conclusions,
        @Nullable Instant summarisedAt,
        int contacts,
        int finished,
        int version) {

    private static final String MATTER = "consultation:";

    public Consultation {
        questions = List.copyOf(questions);
    }

    public ConsultationState state() {
        if (summarisedAt != null) {
            return ConsultationState.DONE;
        }
        return finished < contacts ? ConsultationState.HEARING : ConsultationState.SUMMARY;
    }

    public boolean isDone() {
        return state() == ConsultationState.DONE;
    }

    /** Official name of the body; null where there is none. */
    public @Nullable String bodyName(Locale locale) {
        return Languages.isSwedish(locale) ? bodySv : bodyFi;
    }

    /** What its tasks belong to. */
    public String matter() {
        return MATTER + id;
    }

    /** The consultation of a task. */
    public static ConsultationId ofMatter(@Nullable String matter) {
        if (matter == null || !matter.startsWith(MATTER)) {
            throw new IllegalArgumentException("Not a consultation: " + matter);
        }
        return new ConsultationId(Long.parseLong(matter.substring(MATTER.length())));
    }
}
