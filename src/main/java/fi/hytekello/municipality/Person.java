package fi.hytekello.municipality;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A user, known by the title of the post.
 *
 * @param language {@code fi} or {@code sv}: the language of this person's mails
 * @param holdings the roles held in own right, each in one municipality
 * @param deputyships for whom this person stands in today; a deputy may do what the absent person may
 */
public record Person(
        Username username,
        String titleFi,
        String titleSv,
        String email,
        Locale language,
        List<Holding> holdings,
        List<Deputyship> deputyships) {

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
        deputyships = List.copyOf(deputyships);
    }

    /** Somebody who stands in for nobody. */
    public Person(
            Username username, String titleFi, String titleSv, String email, Locale language, List<Holding> holdings) {
        this(username, titleFi, titleSv, email, language, holdings, List.of());
    }

    /** The same person without what is held as a deputy. */
    public Person inOwnRight() {
        return deputyships.isEmpty() ? this : new Person(username, titleFi, titleSv, email, language, holdings);
    }

    /** True where this person is entitled, in own right or as somebody's deputy. */
    public boolean isEntitled(Predicate<Person> entitled) {
        return entitled.test(inOwnRight()) || deputyFor(entitled).isPresent();
    }

    /** For whom this person stands in, in something that not this person, but the absent one is entitled to. */
    public Optional<Deputyship> deputyFor(Predicate<Person> entitled) {
        return entitled.test(inOwnRight())
                ? Optional.empty()
                : deputyships.stream()
                        .filter(deputyship -> entitled.test(deputyship.absent()))
                        .findFirst();
    }

    public String title(Locale locale) {
        return Languages.isSwedish(locale) ? titleSv : titleFi;
    }

    public boolean holds(Role role, MunicipalityCode municipality) {
        return hasHolding(held -> held.role() == role && held.municipality().equals(municipality));
    }

    public boolean belongsTo(MunicipalityCode municipality) {
        return hasHolding(held -> held.municipality().equals(municipality));
    }

    public boolean isInGroup(String group, MunicipalityCode municipality) {
        return hasHolding(
                held -> held.municipality().equals(municipality) && held.group().equals(group));
    }

    private boolean hasHolding(Predicate<Holding> wanted) {
        return isEntitled(person -> person.holdings().stream().anyMatch(wanted));
    }

    /** All roles of today, first those in own right. */
    public List<Holding> holdingsInEffect() {
        return Stream.concat(
                        holdings.stream(),
                        deputyships.stream().flatMap(deputyship -> deputyship.absent().holdings().stream()))
                .distinct()
                .toList();
    }

    /** The municipalities of this person, without doubles, in the order of their codes. */
    public List<MunicipalityCode> municipalities() {
        return holdingsInEffect().stream()
                .map(Holding::municipality)
                .distinct()
                .sorted(java.util.Comparator.comparing(MunicipalityCode::value))
                .toList();
    }
}
