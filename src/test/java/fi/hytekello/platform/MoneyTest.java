package fi.hytekello.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.platform.problem.InvalidInput;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private final Money money = new Money();

    @ParameterizedTest
    @ValueSource(strings = {"12 500,50", "12500.50", "12\u00a0500,5", " 12500,50 € ", "12\u202f500,50"})
    void readsWhatPeopleWriteInFinland(String given) {
        assertThat(Money.parse("euro", given)).isEqualTo(new BigDecimal("12500.50"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"paljon", "12.500,50", "1,234", "1e3", "12345678901", "5,"})
    void refusesWhatIsNoSumNamingTheField(String given) {
        assertThatThrownBy(() -> Money.parse("euro", given)).isInstanceOfSatisfying(InvalidInput.class, refused -> {
            assertThat(refused.field()).isEqualTo("euro");
            assertThat(refused.messageKey()).isEqualTo("problem.money.malformed");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "\u2212 500,00"})
    void refusesANegativeSumWithItsOwnRemedy(String given) {
        assertThatThrownBy(() -> Money.parse("euro", given))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("problem.money.negative"));
    }

    @Test
    void readsNothingFromAnEmptyField() {
        assertThat(Money.parse("euro", " ")).isNull();
        assertThat(Money.parse("euro", null)).isNull();
    }

    @Test
    void showsSumsWithSpaceCommaAndEuro() {
        assertThat(money.euro(new BigDecimal("12500"))).isEqualTo("12\u00a0500,00\u00a0€");
        assertThat(money.plain(new BigDecimal("-0.5"))).isEqualTo("-0,50");
        assertThat(money.euro(null)).isEmpty();
    }
}
