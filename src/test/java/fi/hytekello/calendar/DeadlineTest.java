package fi.hytekello.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {
    private final BusinessDays businessDays = new BusinessDays();

    /** The dates of the default calendar (domain chapter 2.5) that fall on a day off. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-02-02",
        "2026-02-15, 2026-02-16",
        "2026-02-28, 2026-03-02",
        "2026-03-15, 2026-03-16",
        "2026-05-31, 2026-06-01",
        "2026-08-15, 2026-08-17",
        "2026-10-10, 2026-10-12",
        "2026-10-31, 2026-11-02",
        "2027-01-31, 2027-02-01",
        "2027-02-28, 2027-03-01",
        "2027-05-15, 2027-05-17",
        "2027-08-15, 2027-08-16",
        "2027-10-10, 2027-10-11",
        "2027-10-31, 2027-11-01",
        "2027-11-20, 2027-11-22"
    })
    void aDateTheMunicipalitySetRollsForward(LocalDate planned, LocalDate effective) {
        assertThat(Deadline.of(DeadlineKind.SELF_SET, planned).effective(businessDays))
                .isEqualTo(effective);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15", "2026-03-31", "2026-04-30", "2026-05-15", "2026-06-15", "2026-06-30", "2026-08-31", "2026-09-15",
        "2026-09-30", "2026-10-20", "2026-11-20", "2026-12-31", "2027-01-15", "2027-02-15", "2027-03-15", "2027-03-31",
        "2027-04-30", "2027-05-31", "2027-06-15", "2027-06-30", "2027-08-31", "2027-09-15", "2027-09-30", "2027-10-20"
    })
    void aWorkingDayStaysWhereItIsUnderEveryPolicy(LocalDate planned) {
        for (RollPolicy policy : RollPolicy.values()) {
            Rolled rolled = new Deadline(DeadlineKind.SELF_SET, policy, planned).rolled(businessDays);

            assertThat(rolled).isEqualTo(new Rolled(planned, planned, null));
            assertThat(rolled.moved()).isFalse();
            assertThat(rolled.explanationKey()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31, 2026-12-31", "2027-12-31, 2027-12-31", "2028-12-31, 2028-12-29", "2033-12-31, 2033-12-30"})
    void theBudgetNeverSlipsIntoJanuary(LocalDate planned, LocalDate effective) {
        assertThat(Deadline.of(DeadlineKind.STATUTORY_FIXED, planned).effective(businessDays))
                .isEqualTo(effective);
    }

    @Test
    void tellsWhereAndWhyADateMoved() {
        LocalDate midsummerEve = LocalDate.of(2026, 6, 19);

        Rolled forward = Deadline.of(DeadlineKind.SELF_SET, midsummerEve).rolled(businessDays);
        Rolled backward =
                Deadline.of(DeadlineKind.STATUTORY_FIXED, midsummerEve).rolled(businessDays);
        Rolled kept = new Deadline(DeadlineKind.SELF_SET, RollPolicy.NONE, midsummerEve).rolled(businessDays);

        assertThat(forward)
                .isEqualTo(new Rolled(midsummerEve, LocalDate.of(2026, 6, 22), "calendar.holiday.midsummerEve"));
        assertThat(forward.moved()).isTrue();
        assertThat(forward.explanationKey()).isEqualTo("calendar.rolled.forward");
        assertThat(backward.effective()).isEqualTo("2026-06-18");
        assertThat(backward.explanationKey()).isEqualTo("calendar.rolled.backward");
        assertThat(kept.effective()).isEqualTo(midsummerEve);
        assertThat(kept.moved()).isFalse();
        assertThat(kept.explanationKey()).isEqualTo("calendar.rolled.kept");
    }

    @ParameterizedTest
    @CsvSource({"2027-01-31, 2027-02-01T14:00:00Z", "2026-08-15, 2026-08-17T13:00:00Z"})
    void passesWhenTheOfficeClosesOnTheLastDay(LocalDate planned, String dueAt) {
        assertThat(Deadline.of(DeadlineKind.SELF_SET, planned).dueAt(businessDays, LocalTime.of(16, 0), Finland.ZONE))
                .isEqualTo(dueAt);
    }

    @Test
    void aStatutoryPeriodDoesNotCountItsFirstDayAndRollsForward() {
        Deadline fourteenDays = StatutoryPeriod.days(LocalDate.of(2026, 6, 5), 14);

        assertThat(fourteenDays)
                .isEqualTo(new Deadline(DeadlineKind.STATUTORY_PERIOD, RollPolicy.FORWARD, LocalDate.of(2026, 6, 19)));
        assertThat(fourteenDays.effective(businessDays)).isEqualTo("2026-06-22");
    }

    @Test
    void weeksMonthsAndYearsEndOnTheCorrespondingDayOrOnTheLastOfTheMonth() {
        assertThat(StatutoryPeriod.weeks(LocalDate.of(2026, 11, 4), 2).planned())
                .isEqualTo("2026-11-18");
        assertThat(StatutoryPeriod.months(LocalDate.of(2026, 11, 4), 2).planned())
                .isEqualTo("2027-01-04");
        assertThat(StatutoryPeriod.months(LocalDate.of(2027, 1, 31), 1).planned())
                .isEqualTo("2027-02-28");
        assertThat(StatutoryPeriod.months(LocalDate.of(2028, 1, 31), 1).planned())
                .isEqualTo("2028-02-29");
        assertThat(StatutoryPeriod.months(LocalDate.of(2027, 2, 28), 1).planned())
                .isEqualTo("2027-03-28");
        assertThat(StatutoryPeriod.years(LocalDate.of(2028, 2, 29), 1).planned())
                .isEqualTo("2029-02-28");
        assertThat(StatutoryPeriod.months(LocalDate.of(2027, 1, 31), 1).effective(businessDays))
                .isEqualTo("2027-03-01");
    }

    @Test
    void aPeriodWithoutLengthIsAMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> StatutoryPeriod.days(LocalDate.of(2026, 1, 1), 0));
    }
}
