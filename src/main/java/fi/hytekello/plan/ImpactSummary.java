package fi.hytekello.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the comparison; all but the conclusion belongs to the full form.
 *
 * @param groupEffects effects on wellbeing and health by population group (järjestämislaki § 6, L-03)
 * @param equality effect on gender equality and non-discrimination
 * @param hearing how residents were heard
 * @param preparedBy titles of the posts, not persons' names
 * @param version counts the changes, 0 before the first
 */
public record ImpactSummary(
        @Nullable String conclusion,
        @Nullable String groupEffects,
        @Nullable String equality,
        @Nullable String hearing,
        @Nullable String preparedBy,
        int version) {

    static final ImpactSummary OPEN = new ImpactSummary(null, null, null, null, null, 0);

    /** The fields without which the assessment is not whole. */
    public List<String> missing(ImpactNeed need) {
        List<String> missing = new ArrayList<>();
        if (need.isAssessed()) {
            add(missing, "conclusion", conclusion);
        }
        if (need == ImpactNeed.FULL) {
            add(missing, "groupEffects", groupEffects);
            add(missing, "equality", equality);
            add(missing, "hearing", hearing);
            add(missing, "preparedBy", preparedBy);
        }
        return List.copyOf(missing);
    }

    private static void add(List<String> missing, String field, @Nullable String value) {
        if (value == null) {
            missing.add(field);
        }
    }
}
