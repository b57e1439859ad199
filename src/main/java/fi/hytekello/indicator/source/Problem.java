package fi.hytekello.indicator.source;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why something was refused or failed, to be told in the reader's language.
 *
 * @param key of the message
 * @param arguments of the message, never personal data
 */
public record Problem(String key, List<String> arguments) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    static Problem of(String key, Object... arguments) {
        return new Problem(key, Stream.of(arguments).map(Object::toString).toList());
    }

    static @Nullable Problem read(ResultSet row) throws SQLException {
        String key = row.getString("problem");
        Array arguments = row.getArray("problem_arguments");
        return key == null || arguments == null ? null : new Problem(key, List.of((String[]) arguments.getArray()));
    }

    String[] array() {
        return arguments.toArray(String[]::new);
    }
}
