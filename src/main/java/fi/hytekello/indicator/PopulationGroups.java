package fi.hytekello.indicator;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/** Which indicators tell of the same among different people: {@code indicator/groups.csv}, a part of the catalogue. */
@Component
class PopulationGroups {

    private final Map<Integer, PopulationGroup> byIndicator = new LinkedHashMap<>();

    PopulationGroups() {
        Map<String, List<CSVRecord>> rows = new LinkedHashMap<>();
        read().forEach(row -> rows.computeIfAbsent(row.get("group"), group -> new ArrayList<>())
                .add(row));
        rows.values().forEach(members -> {
            PopulationGroup group = group(members);
            group.parts().forEach(part -> byIndicator.put(part.indicator(), group));
        });
    }

    /** Empty where the indicator has no relatives. */
    Optional<PopulationGroup> of(int indicator) {
        return Optional.ofNullable(byIndicator.get(indicator));
    }

    private static PopulationGroup group(List<CSVRecord> rows) {
        return new PopulationGroup(
                rows.get(0).get("title_fi"),
                rows.get(0).get("title_sv"),
                rows.stream()
                        .map(row -> new PopulationGroup.Part(
                                Integer.parseInt(row.get("indicator")), row.get("part_fi"), row.get("part_sv")))
                        .toList());
    }

    private static List<CSVRecord> read() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var file = new InputStreamReader(ShippedIndicators.open("groups.csv"), StandardCharsets.UTF_8)) {
            return format.parse(file).getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
