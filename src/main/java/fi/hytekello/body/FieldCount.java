package fi.hytekello.body;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of the members (R3-05).
 *
 * @param size all members, also those whose field is not known
 * @param fields how many there are of each field, without zeros
 */
public record FieldCount(int size, Map<Expertise, Integer> fields) {

    public FieldCount {
        fields = Collections.unmodifiableMap(copy(fields));
    }

    static FieldCount of(List<MembershipDraft> members) {
        Map<Expertise, Integer> fields = new EnumMap<>(Expertise.class);
        members.stream()
                .flatMap(member -> Optional.ofNullable(member.expertise()).stream())
                .forEach(field -> fields.merge(field, 1, Integer::sum));
        return new FieldCount(members.size(), fields);
    }

    /** The largest field's share of all members, from 0 to 1. */
    public double share() {
        return size == 0
                ? 0
                : (double) fields.values().stream()
                                .mapToInt(count -> count)
                                .max()
                                .orElse(0)
                        / size;
    }

    /** The share of members whose field is known, from 0 to 1. */
    public double known() {
        return size == 0
                ? 0
                : (double) fields.values().stream().mapToInt(count -> count).sum() / size;
    }

    /** The fields that nobody has. */
    public List<Expertise> missing() {
        return Arrays.stream(Expertise.values())
                .filter(field -> field != Expertise.OTHER && !fields.containsKey(field))
                .toList();
    }

    /** An EnumMap cannot be copied from an empty map of another kind. */
    private static Map<Expertise, Integer> copy(Map<Expertise, Integer> fields) {
        Map<Expertise, Integer> copy = new EnumMap<>(Expertise.class);
        copy.putAll(fields);
        return copy;
    }
}
