package fi.hytekello.indicator.source;

import com.fasterxml.jackson.databind.JsonNode;
import fi.hytekello.platform.remote.RemoteFailure;
import fi.hytekello.platform.remote.RemoteJson;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sotkanet's REST interface 1.1 (THL), as domain chapter 3.1 describes it. Every call throws {@link RemoteFailure} where
 * there is no answer, and {@link WrongShape} where the answer is not what it should be.
 */
final class SotkanetClient {

    private final URI base;
    private final RemoteJson remote;

    SotkanetClient(URI base, RemoteJson remote) {
        this.base = base;
        this.remote = remote;
    }

    /** The years for which the source says that it has values; from and to are the same where it has one. */
    record Years(int from, int to) {

        /** The last so many of them. */
        List<Integer> last(int count) {
            return IntStream.rangeClosed(Math.max(from, to - count + 1), to)
                    .boxed()
                    .toList();
        }
    }

    /** All regions that can be read, and how many cannot. */
    record Regions(List<SourceRegion> regions, int refused) {}

    Regions regions() {
        JsonNode answer = array("/regions");
        List<SourceRegion> regions = new ArrayList<>();
        for (JsonNode row : answer) {
            JsonNode title = row.path("title");
            boolean municipality = row.path("category").asText().equals("KUNTA");
            if (row.path("id").isInt()
                    && !row.path("category").asText().isBlank()
                    && !title.path("fi").asText().isBlank()
                    && (!municipality || row.path("code").asText().matches("[0-9]{3}"))) {
                regions.add(region(row));
            }
        }
        return new Regions(regions, answer.size() - regions.size());
    }

    private static SourceRegion region(JsonNode row) {
        List<Integer> memberOf = new ArrayList<>();
        row.path("memberOf").forEach(id -> {
            if (id.isInt()) {
                memberOf.add(id.intValue());
            }
        });
        String fi = SourceTitle.clean(row.path("title").path("fi").asText());
        return new SourceRegion(
                row.path("id").intValue(),
                row.path("category").asText().strip(),
                row.path("code").asText().strip(),
                fi,
                title(row, "sv", fi),
                title(row, "en", fi),
                memberOf);
    }

    /** The titles of all indicators by id; some three and a half thousand. */
    Map<Integer, SourceTitle> titles() {
        Map<Integer, SourceTitle> titles = new HashMap<>();
        for (JsonNode row : array("/indicators")) {
            String fi = SourceTitle.clean(row.path("title").path("fi").asText());
            if (row.path("id").isInt() && !fi.isEmpty()) {
                titles.put(row.path("id").intValue(), new SourceTitle(fi, title(row, "sv", fi)));
            }
        }
        return titles;
    }

    /**
     * For which years the source has values.
     *
     * @param thisYear stands for the end that the source does not tell
     */
    Years years(int indicator, int thisYear) {
        JsonNode answer = remote.get(address("/indicators/" + indicator));
        if (!answer.isObject() || answer.path("id").asInt(-1) != indicator) {
            throw new WrongShape("source.problem.indicator");
        }
        JsonNode range = answer.path("range");
        int to = Math.min(range.path("end").isInt() ? range.path("end").intValue() : thisYear, thisYear);
        return new Years(
                range.path("start").isInt() ? Math.min(range.path("start").intValue(), to) : 0, to);
    }

    /** The rows of these years: of all regions, as the interface knows no reliable filter for them. */
    JsonNode values(int indicator, List<Integer> years, List<Gender> genders) {
        // Years are repeated: a list with commas is answered with 400.
        String query = years.stream().map(year -> "&years=" + year).collect(Collectors.joining())
                + genders.stream().map(gender -> "&genders=" + gender.text()).collect(Collectors.joining());
        return array("/json?indicator=" + indicator + query);
    }

    private JsonNode array(String path) {
        JsonNode answer = remote.get(address(path));
        if (!answer.isArray()) {
            throw new WrongShape("source.problem.list");
        }
        return answer;
    }

    private static String title(JsonNode row, String language, String otherwise) {
        String title = SourceTitle.clean(row.path("title").path(language).asText());
        return title.isEmpty() ? otherwise : title;
    }

    private URI address(String path) {
        return URI.create(base + path);
    }
}
