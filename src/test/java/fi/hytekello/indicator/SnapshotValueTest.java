package fi.hytekello.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SnapshotValueTest {

    @ParameterizedTest
    @CsvSource({
        "11,    10,  10.0",
        "9,     10, -10.0",
        "-4.3,  -2, -115.0",
        "110.04, 100, 10.0",
        "110.05, 100, 10.1",
        "0,      0,  0.0",
    })
    void tellsTheDistanceInPerCentOfTheComparisonWithOneDecimal(
            BigDecimal value, BigDecimal comparison, BigDecimal difference) {
        assertThat(value(2011, value, comparison, Light.GREEN, null).differencePercent())
                .isEqualTo(difference);
    }

    @Test
    void tellsNoDistanceFromNothing() {
        assertThat(value(2011, BigDecimal.ONE, null, Light.UNRATED, null).differencePercent())
                .isNull();
        assertThat(value(2011, BigDecimal.ONE, BigDecimal.ZERO, Light.UNRATED, null)
                        .differencePercent())
                .isNull();
        assertThat(value(null, null, null, Light.NO_DATA, null).differencePercent())
                .isNull();
    }

    @Test
    void countsTheAgeFromTheNewestYearOfTheSource() {
        assertThat(value(1999, BigDecimal.ONE, null, Light.UNRATED, null)
                        .standing()
                        .ageYears())
                .isEqualTo(12);
        assertThat(value(null, null, null, Light.NO_DATA, null).standing().ageYears())
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Light.class,
            names = {"RED", "NO_DATA", "TOO_OLD"})
    void lacksAnExplanationUntilOneIsGiven(Light light) {
        assertThat(value(2011, BigDecimal.ONE, null, light, null).lacksExplanation())
                .isTrue();
        assertThat(value(2011, BigDecimal.ONE, null, light, "Tehdas suljettiin.")
                        .lacksExplanation())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Light.class,
            names = {"GREEN", "YELLOW", "UNRATED"})
    void needsNoExplanationForTheOtherLights(Light light) {
        assertThat(value(2011, BigDecimal.ONE, null, light, null).lacksExplanation())
                .isFalse();
    }

    private static SnapshotValue value(
            @Nullable Integer year,
            @Nullable BigDecimal value,
            @Nullable BigDecimal comparison,
            Light light,
            @Nullable String explanation) {
        return new SnapshotValue(
                new Indicator(
                        181,
                        "Työttömät, % työvoimasta",
                        "Arbetslösa, % av arbetskraften",
                        "%",
                        "%",
                        Direction.LOWER_BETTER,
                        "WORK",
                        new DepartmentCode("vitality"),
                        "TEM",
                        "ANM"),
                year,
                value,
                comparison,
                2011,
                light,
                explanation,
                explanation == null ? null : new Username("elinvoima.juva"),
                false,
                null);
    }
}
