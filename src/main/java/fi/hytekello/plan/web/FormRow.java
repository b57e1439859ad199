package fi.hytekello.plan.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row in a form of rows that save themselves.
 *
 * @param number its place, from 1
 * @param id its key in addresses
 * @param item what it shows besides its fields
 * @param values the fields as the form shows them
 */
record FormRow<T>(int number, String id, T item, Map<String, String> values, RowState state) {

    /** The same row with what the editor sent, so that nothing typed is lost. */
    FormRow<T> holding(Map<String, String> sent, RowState changed) {
        Map<String, String> held = new LinkedHashMap<>(values);
        held.replaceAll((field, value) -> sent.getOrDefault(field, ""));
        return new FormRow<>(number, id, item, held, changed);
    }

    RowSaving.Stored stored() {
        return new RowSaving.Stored(state.version(), values, state.gaps());
    }

    static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
