package fi.hytekello.indicator;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shipped values are those of the source; the figures below were read from it by hand. */
class ShippedIndicatorsTest {

    private static final List<String[]> CATALOGUE = ShippedIndicators.rows("catalogue.csv");
    private static final List<String[]> OBSERVATIONS = ShippedIndicators.rows("observations.csv.gz");

    @Test
    void holdsTheWholeSelectionAndNothingElse() {
        assertThat(CATALOGUE).hasSize(33).allSatisfy(row -> assertThat(row).hasSize(10));
        assertThat(OBSERVATIONS)
                .hasSize(10_478)
                .allSatisfy(row -> assertThat(row).hasSize(6));
        assertThat(column(OBSERVATIONS, 1)).hasSize(23);
        assertThat(column(OBSERVATIONS, 0)).hasSize(25).isSubsetOf(column(CATALOGUE, 0));
    }

    @Test
    void holdsNoValueAfterTheLastYearOfTheSource() {
        assertThat(OBSERVATIONS)
                .allSatisfy(row -> assertThat(Integer.parseInt(row[2])).isBetween(1990, 2012));
    }

    @Test
    void holdsOneValueForEachIndicatorMunicipalityYearAndGender() {
        assertThat(OBSERVATIONS.stream().map(row -> String.join(";", Arrays.copyOf(row, 4))))
                .doesNotHaveDuplicates();
    }

    @Test
    void keepsTheValuesOfTheSource() {
        assertThat(OBSERVATIONS.stream().map(row -> String.join(";", row)))
                .contains(
                        // Juva is region 84 in Sotkanet, Hämeenlinna 58, Mikkeli 228, Puumala 302.
                        "181;178;2011;total;7.6;",
                        "127;178;2012;total;6783;",
                        "178;178;2011;total;-4.3;",
                        "181;109;2011;total;8.9;",
                        "493;491;2010;total;6.5;",
                        "451;491;2012;total;91;",
                        "4;623;1999;total;0;");
    }

    @Test
    void keepsSomeIndicatorsWithoutValuesSoThatNoDataIsReal() {
        Set<String> without = column(CATALOGUE, 0);
        without.removeAll(column(OBSERVATIONS, 0));
        assertThat(without).containsExactlyInAnyOrder("183", "189", "288", "1514", "1570", "3113", "3905", "4072");
    }

    @Test
    void hasNoMarkupInTitlesAndAnOwnerForEveryIndicator() {
        assertThat(CATALOGUE).allSatisfy(row -> {
            assertThat(row).doesNotContain("");
            assertThat(String.join(" ", row)).doesNotContain("<", "&");
        });
        assertThat(column(CATALOGUE, 7))
                .containsExactlyInAnyOrder(
                        "education", "wellbeing", "technical", "administration", "vitality", "culture");
        assertThat(Stream.of(Direction.values()).map(Enum::name)).containsAll(column(CATALOGUE, 5));
    }

    private static Set<String> column(List<String[]> rows, int column) {
        return rows.stream().map(row -> row[column]).collect(toSet());
    }
}
