package fi.hytekello.municipality;

import java.time.LocalDate;

/**
 * The four years for which a council is elected, from 1 June (domain chapter 1.1: 1.6.2025–31.5.2029).
 *
 * @param endsOn last day
 */
public record CouncilTerm(LocalDate startsOn, LocalDate endsOn) {

    /** Which calendar year of the term this is: 0 the year it begins, 1 its first full year. */
    public int yearOf(int year) {
        return year - startsOn.getYear();
    }

    /** How many years after this one end within the term. */
    public int yearsLeft(int year) {
        return lastYear() - year;
    }

    public int firstYear() {
        return startsOn.getYear();
    }

    /** The last year whose budget this council decides. */
    public int lastYear() {
        return endsOn.getYear() - 1;
    }
}
