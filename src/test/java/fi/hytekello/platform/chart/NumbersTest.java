package fi.hytekello.platform.chart;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.municipality.Languages;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @Test
    void writesCommaAndSpaceInBothLanguages() {
        assertThat(Stream.of(Languages.FINNISH, Languages.SWEDISH)
                        .map(locale -> new Numbers(locale, 1).format(new BigDecimal("12345.65"))))
                .containsOnly("12\u00a0345,7");
    }

    @Test
    void givesAllTheDecimalsOfTheMostExactAndNeverMinusNought() {
        Numbers numbers = Numbers.of(Languages.FINNISH, List.of(new BigDecimal("5"), new BigDecimal("5.50")));
        assertThat(numbers.decimals()).isEqualTo(1);
        assertThat(numbers.format(new BigDecimal("5"))).isEqualTo("5,0");
        assertThat(numbers.format(new BigDecimal("-0.01"))).isEqualTo("0,0");
    }

    @ParameterizedTest
    @CsvSource({
        "3.1, 19.6, '0 5 10 15 20'",
        "15, 20, '14 16 18 20'",
        "24.9, 25.7, '24.8 25.0 25.2 25.4 25.6 25.8'",
        "5, 5, '0 2 4 6'",
        "-4.9, 1.2, '-6 -4 -2 0 2'",
        "0, 0, '0 1'"
    })
    void theAxisHasRoundMarksAndBeginsAtNoughtUnlessTheValuesAreFarFromIt(
            BigDecimal low, BigDecimal high, String marks) {
        assertThat(Scale.of(List.of(low, high)).marks().stream().map(BigDecimal::toPlainString))
                .containsExactly(marks.split(" ", -1));
    }
}
