package fi.hytekello.municipality;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A user, known by the title of the post.
 *
 * @param language {@code fi} or {@code sv}: the language of this person's mails
 * @param holdings the roles held, each in one municipality
 */
public record Person(
        Username username, String titleFi, String titleSv, String email, Locale language, List<Holding> holdings) {

    /** One role in one municipality; the department is given for departmental roles only. */
    public record Holding(
            MunicipalityCode municipality,
            Role role,
            @Nullable DepartmentCode department) {

        public String group() {
            return role.group(department);
        }
    }

    public Person {
        holdings = List.copyOf(holdings);
    }

    public String title(Locale locale) {
        return Languages.isSwedish(locale) ? titleSv : titleFi;
    }

    public boolean holds(Role role, MunicipalityCode municipality) {
        return holdings.stream()
                .anyMatch(held -> held.role() == role && held.municipality().equals(municipality));
    }

    public boolean belongsTo(MunicipalityCode municipality) {
        return holdings.stream().anyMatch(held -> held.municipality().equals(municipality));
    }

    public boolean isInGroup(String group, MunicipalityCode municipality) {
        return holdings.stream()
                .anyMatch(held ->
                        held.municipality().equals(municipality) && held.group().equals(group));
    }

    /** The municipalities of this person, without doubles, in the order of their codes. */
    public List<MunicipalityCode> municipalities() {
        return holdings.stream()
                .map(Holding::municipality)
                .distinct()
                .sorted(java.util.Comparator.comparing(MunicipalityCode::value))
                .toList();
    }
}
