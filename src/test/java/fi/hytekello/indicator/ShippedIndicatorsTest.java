package fi.hytekello.indicator;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The shipped values are those of the source; the figures below were read from it by hand. */
class ShippedIndicatorsTest {

    private static final List<CSVRecord> CATALOGUE = rows("catalogue.csv");
    private static final List<CSVRecord> REGIONS = rows("regions.csv");
    private static final List<CSVRecord> OBSERVATIONS = rows("observations.csv.gz");

    @Test
    void holdsTheWholeSourceAndNothingElse() {
        assertThat(CATALOGUE)
                .hasSize(118)
                .allSatisfy(row -> assertThat(row.size()).isEqualTo(11));
        assertThat(REGIONS).hasSize(511);
        assertThat(OBSERVATIONS).hasSize(214_903);
        assertThat(column(OBSERVATIONS, 1)).hasSize(320).isSubsetOf(column(REGIONS, 0));
        assertThat(column(OBSERVATIONS, 0)).hasSize(50).isSubsetOf(column(CATALOGUE, 0));
    }

    @Test
    void holdsNoValueAfterTheLastYearOfTheSource() {
        assertThat(column(OBSERVATIONS, 2).stream().map(Integer::valueOf))
                .allSatisfy(year -> assertThat(year).isBetween(1990, 2012));
    }

    @Test
    void holdsOneValueForEachIndicatorRegionYearAndGender() {
        Set<String> keys = new HashSet<>();
        assertThat(OBSERVATIONS)
                .allMatch(row -> keys.add(String.join(";", row.get(0), row.get(1), row.get(2), row.get(3))));
    }

    @Test
    void keepsTheValuesOfTheSource() {
        assertThat(OBSERVATIONS.stream().map(row -> String.join(";", row)))
                .contains(
                        // Juva is region 84 in Sotkanet, Hämeenlinna 58, Mikkeli 228, Puumala 302.
                        "181;84;2011;total;7.6;",
                        "127;84;2012;total;6783;",
                        "178;84;2011;total;-4.3;",
                        "181;58;2011;total;8.9;",
                        "493;228;2010;total;6.5;",
                        "451;228;2012;total;91;",
                        "4;302;1999;total;0;");
    }

    @Test
    void keepsSomeIndicatorsOfTheStarterSetWithoutValuesSoThatNoDataIsReal() {
        Set<String> without = CATALOGUE.stream()
                .filter(row -> row.get(10).equals("yes"))
                .map(row -> row.get(0))
                .collect(toSet());
        assertThat(without).hasSize(33);
        without.removeAll(column(OBSERVATIONS, 0));
        assertThat(without).containsExactlyInAnyOrder("183", "189", "288", "1514", "1570", "3113", "3905", "4072");
    }

    @Test
    void hasNoMarkupInTitlesAndAnOwnerForEveryIndicator() {
        assertThat(CATALOGUE).allSatisfy(row -> {
            assertThat(row.toList()).doesNotContain("");
            assertThat(String.join(" ", row)).doesNotContain("<", "&");
        });
        assertThat(column(CATALOGUE, 7))
                .containsExactlyInAnyOrder(
                        "education", "wellbeing", "technical", "administration", "vitality", "culture");
        assertThat(Stream.of(Direction.values()).map(Enum::name)).containsAll(column(CATALOGUE, 5));
    }

    @Test
    void tellsTheCountyOfEveryMunicipalityThatHasNotMerged() {
        assertThat(REGIONS.stream()
                        .filter(row -> row.get(1).equals("KUNTA") && row.get(6).isEmpty()))
                .hasSize(11);
        assertThat(REGIONS.stream().filter(row -> row.get(6).equals("ES"))).hasSize(12);
    }

    private static List<CSVRecord> rows(String name) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var file = new InputStreamReader(ShippedIndicators.open(name), StandardCharsets.UTF_8)) {
            return format.parse(file).getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> column(List<CSVRecord> rows, int column) {
        return rows.stream().map(row -> row.get(column)).collect(toSet());
    }
}
