package fi.hytekello.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.calendar.BusinessDays;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NominationDeadlinesTest {

    private static final LocalDate SEED_LETTER = LocalDate.of(2020, 12, 17);
    private static final LocalDate SEED_DUE = LocalDate.of(2021, 1, 15);

    private final NominationDeadlines deadlines = new NominationDeadlines(new BusinessDays());

    @Test
    void countsTheTimeOfARealLetterOverChristmas() {
        assertThat(deadlines.length(SEED_LETTER, SEED_DUE)).isEqualTo(new NominationDeadlines.Length(29, 17));
        assertThat(deadlines.warnings(SEED_LETTER, SEED_DUE)).containsExactly(RoundWarning.CHRISTMAS);
        assertThat(deadlines.firstMeeting(SEED_DUE))
                .isEqualTo(new NominationDeadlines.Weeks(LocalDate.of(2021, 1, 29), LocalDate.of(2021, 2, 12)));
    }

    @Test
    void findsTwentyEightDaysEnoughAndOneLessTooShort() {
        LocalDate sent = LocalDate.of(2027, 2, 1);
        assertThat(deadlines.warnings(sent, LocalDate.of(2027, 3, 1))).isEmpty();
        assertThat(deadlines.warnings(sent, LocalDate.of(2027, 2, 26))).containsExactly(RoundWarning.SHORT);
    }

    @Test
    void warnsOfTheEdgesOfChristmasAndJuly() {
        assertThat(deadlines.warnings(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 12, 23)))
                .isEmpty();
        assertThat(deadlines.warnings(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 12, 28)))
                .containsExactly(RoundWarning.CHRISTMAS);
        assertThat(deadlines.warnings(LocalDate.of(2027, 1, 7), LocalDate.of(2027, 2, 5)))
                .isEmpty();
        assertThat(deadlines.warnings(LocalDate.of(2027, 5, 31), LocalDate.of(2027, 6, 30)))
                .isEmpty();
        assertThat(deadlines.warnings(LocalDate.of(2027, 5, 31), LocalDate.of(2027, 7, 1)))
                .containsExactly(RoundWarning.JULY);
        assertThat(deadlines.warnings(LocalDate.of(2027, 7, 31), LocalDate.of(2027, 9, 1)))
                .containsExactly(RoundWarning.JULY);
    }

    @Test
    void warnsOfALastDayOnWhichNobodyWorks() {
        assertThat(deadlines.warnings(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 3, 6)))
                .containsExactly(RoundWarning.NOT_WORKING_DAY);
    }

    @Test
    void suggestsAWorkingDayThatLeavesFourWeeks() {
        assertThat(deadlines.suggested(LocalDate.of(2027, 2, 5))).isEqualTo(LocalDate.of(2027, 3, 5));
        assertThat(deadlines.suggested(LocalDate.of(2027, 2, 6))).isEqualTo(LocalDate.of(2027, 3, 8));
    }
}
