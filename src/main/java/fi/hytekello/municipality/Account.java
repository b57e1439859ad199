package fi.hytekello.municipality;

import java.util.Locale;
import java.util.Set;

/**
 * What the identity provider says of a person who signs in.
 *
 * @param groups ids of groups, also such as we do not know
 * @param municipalities codes, also such as we do not know; each group is held in each municipality
 */
public record Account(
        Username username, String email, Locale language, Set<String> groups, Set<String> municipalities) {

    public Account {
        groups = Set.copyOf(groups);
        municipalities = Set.copyOf(municipalities);
    }
}
