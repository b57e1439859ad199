package fi.hytekello.worklist.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The variables of a process instance as they were before the command under way: the engine writes at the command's
 * end, so its table still holds them. That shows which variables a completion brings along.
 */
@Component
class StoredVariables {

    private final JdbcClient jdbc;

    StoredVariables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names of those given variables that are new or differ from what is stored. */
    List<String> changed(String processInstance, Map<String, ? extends @Nullable Object> visible) {
        Map<String, List<String>> stored = new HashMap<>();
        jdbc.sql("""
                        select name_, type_, text_, long_, double_ from camunda.act_ru_variable
                        where proc_inst_id_ = :instance""")
                .param("instance", processInstance)
                .query((row, n) -> Map.entry(
                        row.getString("name_"),
                        value(
                                row.getString("type_"),
                                row.getString("text_"),
                                row.getString("long_"),
                                row.getString("double_"))))
                .list()
                .forEach(row -> stored.computeIfAbsent(row.getKey(), name -> new ArrayList<>())
                        .add(row.getValue()));
        return visible.entrySet().stream()
                .filter(given -> !stored.getOrDefault(given.getKey(), List.of()).contains(value(given.getValue())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static String value(String type, @Nullable String text, @Nullable String number, @Nullable String decimal) {
        return switch (type) {
            case "null" -> "null";
            case "string" -> "text " + text;
            case "boolean" -> "flag " + Objects.equals(number, "1");
            case "integer", "long", "short" -> "number " + number;
            default -> "other " + text + " " + number + " " + decimal;
        };
    }

    private static String value(@Nullable Object given) {
        if (given == null) {
            return "null";
        }
        if (given instanceof String) {
            return "text " + given;
        }
        if (given instanceof Boolean) {
            return "flag " + given;
        }
        if (given instanceof Integer || given instanceof Long || given instanceof Short) {
            return "number " + given;
        }
        return "foreign " + given.getClass();
    }
}
