package fi.hytekello.demo.simulation;

import fi.hytekello.cycle.Cycle;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps, while a year is played, the tables that people brought in, so that one can see what came. */
@Component
public class UsedSheets {

    /**
     * A table as it came.
     *
     * @param name of its file, such as {@code 178-2027-proposals-education-1.xlsx}
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    public record Sheet(String name, byte[] content) {}

    private final List<Sheet> used = new ArrayList<>();
    private boolean remembering;

    void remember(boolean on) {
        remembering = on;
        used.clear();
    }

    /** @param name what it is, with the ending of its file */
    void add(Cycle cycle, String name, byte[] content) {
        if (remembering) {
            used.add(new Sheet("%s-%d-%s".formatted(cycle.municipality(), cycle.year(), name), content));
        }
    }

    List<Sheet> take() {
        return List.copyOf(used);
    }
}
