package fi.hytekello.plan.web;

import fi.hytekello.platform.problem.NotFound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
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

    /** @param row makes one by its number, from 1 */
    static <T> List<FormRow<T>> all(List<T> items, BiFunction<Integer, T, FormRow<T>> row) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> row.apply(i + 1, items.get(i)))
                .toList();
    }

    /** @throws NotFound when the page has no such row any more */
    static <T> FormRow<T> of(List<FormRow<T>> rows, Object id) {
        return rows.stream()
                .filter(row -> row.id().equals(id.toString()))
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.row.unknown"));
    }

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
