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
            names = {"GREEN", "YELLOW", "UNRATED", "SUPPRESSED"})
    void needsNoExplanationForTheOtherLights(Light light) {
        assertThat(value(2011, BigDecimal.ONE, null, light, null).lacksExplanation())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "COMPARISON,,    10, 11,  1.0, false",
        "COMPARISON,,    10, 11,  1.1, true",
        "COMPARISON,,    10, 9,   1.0, false",
        "COMPARISON,,    10, 9,   1.1, true",
        "COMPARISON,,    10, 10,  0,   false",
        "COMPARISON,,    10, 10,  ,    false",
        "COMPARISON,,    ,   10,  5,   false",
        "TARGET,     12, 10, 11,  1.1, true",
        "TARGET,     12, 11, 11,  1.0, false",
        "TEA,        ,   10, 74,  5,   false",
    })
    void isWithinTheMarginOnlyWhereTheDifferenceIsSmaller(
            LightRule.Kind kind,
            @Nullable BigDecimal target,
            @Nullable BigDecimal comparison,
            BigDecimal value,
            @Nullable BigDecimal margin,
            boolean within) {
        LightRule rule = new LightRule(kind, LightRule.Reference.COUNTY_MEDIAN, target, null, BigDecimal.TEN);
        Basis basis = new Basis(ValueStatus.OK, null, margin, rule, LightReason.JUDGED, ValueSource.SOTKANET, null);
        assertThat(value(2011, value, comparison, Light.GREEN, basis, null)
                        .standing()
                        .withinMargin())
                .isEqualTo(within);
    }

    @Test
    void measuresATargetInTheIndicatorsOwnUnitWithoutRounding() {
        LightRule rule = new LightRule(
                LightRule.Kind.TARGET,
                LightRule.Reference.COUNTY_MEDIAN,
                new BigDecimal("7.05"),
                2028,
                new BigDecimal("0.5"));
        Basis basis = new Basis(ValueStatus.OK, null, null, rule, LightReason.JUDGED, ValueSource.SOTKANET, null);
        Standing standing =
                value(2011, new BigDecimal("7.6"), null, Light.RED, basis, null).standing();
        assertThat(standing.figure()).isEqualTo(new BigDecimal("0.55"));
        assertThat(standing.tolerance()).isEqualTo(new BigDecimal("0.5"));
    }

    private static SnapshotValue value(
            @Nullable Integer year,
            @Nullable BigDecimal value,
            @Nullable BigDecimal comparison,
            Light light,
            @Nullable String explanation) {
        ValueStatus status = value == null ? ValueStatus.MISSING : ValueStatus.OK;
        Basis usual =
                new Basis(status, null, null, LightRule.usual(181), LightReason.JUDGED, ValueSource.SOTKANET, null);
        return value(year, value, comparison, light, usual, explanation);
    }

    private static SnapshotValue value(
            @Nullable Integer year,
            @Nullable BigDecimal value,
            @Nullable BigDecimal comparison,
            Light light,
            Basis basis,
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
                basis,
                explanation,
                explanation == null ? null : new Username("elinvoima.juva"),
                false,
                false,
                null);
    }
}
