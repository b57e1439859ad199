package fi.hytekello.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic of the quota: domain chapter 1.4, forty per cent of both where that is possible. */
class GenderCountTest {

    /** From one to thirty people. */
    private static final List<Integer> REQUIRED =
            List.of(0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6, 7, 7, 8, 8, 8, 9, 9, 10, 10, 10, 11, 11, 12, 12, 12);

    @Test
    void demandsTheSmallestMinorityOfEverySizeUpToThirty() {
        assertThat(IntStream.rangeClosed(1, 30).map(GenderCount::required).boxed())
                .isEqualTo(REQUIRED);
    }

    /** Without the formula: at least forty per cent unless that is impossible, and never more than needed. */
    @Test
    void isFortyPerCentWhereverBothCanHaveIt() {
        for (int size = 1; size <= 30; size++) {
            int required = GenderCount.required(size);
            boolean possible = 10 * (size / 2) >= 4 * size;
            assertThat(10 * required >= 4 * size).as("%d people", size).isEqualTo(possible);
            assertThat(10 * (required - 1) < 4 * size).as("%d people", size).isTrue();
            assertThat(2 * required).as("%d people", size).isLessThanOrEqualTo(size);
        }
    }

    @ParameterizedTest(name = "{0} women, {1} men, {2} not stated: {3} missing")
    @CsvSource({
        "0, 0, 0, 0, true", "1, 0, 0, 0, true", "2, 0, 0, 1, false", "2, 1, 0, 0, true", "3, 0, 0, 1, false",
        "7, 3, 0, 1, false", "6, 4, 0, 0, true", "3, 6, 1, 1, true", "6, 1, 3, 3, true", "6, 0, 3, 4, false",
        "2, 2, 6, 4, true", "0, 0, 3, 2, true"
    })
    void countsWhoIsMissingAndWhetherTheOthersCouldBeThem(
            int women, int men, int notStated, int missing, boolean couldBeMet) {
        GenderCount count = new GenderCount(women, men, notStated);
        assertThat(count.missing()).isEqualTo(missing);
        assertThat(count.couldBeMet()).isEqualTo(couldBeMet);
    }
}
