package fi.hytekello.statement;

import org.jspecify.annotations.Nullable;

/**
 * A named question of a request.
 *
 * @param ordinal place in the request, from 1
 * @param kind who is asked, null for all
 */
public record Question(int ordinal, @Nullable PartyKind kind, String name, String text) {

    public boolean isFor(PartyKind party) {
        return kind == null || kind == party;
    }
}
