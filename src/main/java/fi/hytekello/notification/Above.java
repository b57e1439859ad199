package fi.hytekello.notification;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Finds who stands above those whose turn it is. */
@Component
class Above {

    private final People people;

    Above(People people) {
        this.people = people;
    }

    /**
     * Who hears of a late task.
     *
     * @param role of these people; the level that was asked for, or the first above it with somebody else than those
     *     whose turn it is
     * @param own who has to be told in own right: these people, or those for whom they stand in
     * @param vacant roles on the way that nobody holds
     */
    record Superiors(Role role, Predicate<Person> own, List<Person> people, List<Role> vacant) {}

    /** All who may stand above these turns, in one reading; the turns are of one municipality. */
    Directory of(MunicipalityCode municipality, Collection<Turn> turns) {
        List<String> groups = turns.stream()
                .flatMap(turn -> turn.levels().stream())
                .map(Turn.Level::group)
                .distinct()
                .toList();
        return new Directory(municipality, groups.isEmpty() ? List.of() : people.inGroups(municipality, groups));
    }

    /** The people of some levels. */
    record Directory(MunicipalityCode municipality, List<Person> people) {

        /** Nobody where all posts above are vacant or held by those whose turn it is. */
        Superiors superiors(Turn turn, Audience audience) {
            List<Turn.Level> levels = turn.levels();
            List<Role> vacant = new ArrayList<>();
            for (int n = audience == Audience.SECOND_LEVEL ? 1 : 0; n < levels.size(); n++) {
                Turn.Level level = levels.get(n);
                Predicate<Person> own = person -> person.isInGroup(level.group(), municipality);
                List<Person> holding = people.stream().filter(own).toList();
                List<Person> others =
                        holding.stream().filter(person -> !turn.isOf(person)).toList();
                if (!others.isEmpty()) {
                    return new Superiors(level.role(), own, others, vacant);
                }
                if (holding.isEmpty()) {
                    vacant.add(level.role());
                }
            }
            return new Superiors(turn.role(), turn::isOwn, List.of(), vacant);
        }
    }
}
