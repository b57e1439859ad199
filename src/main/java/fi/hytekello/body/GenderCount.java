package fi.hytekello.body;

import java.util.Collection;

/**
 * Women and men among the members, or among the deputies: the two are judged apart (KHO 1997:49).
 *
 * @param notStated those who have not said; they count to the size alone
 */
public record GenderCount(int women, int men, int notStated) {

    static GenderCount of(Collection<Gender> genders) {
        return new GenderCount(
                count(genders, Gender.WOMAN), count(genders, Gender.MAN), count(genders, Gender.NOT_STATED));
    }

    /**
     * How many of each there must be among so many (Act 609/1986 § 4a; domain chapter 1.4):
     * {@code min(ceil(0.4 n), floor(n / 2))}. Of one or three people forty per cent of both is impossible, so it is not
     * demanded.
     */
    public static int required(int size) {
        return Math.min((2 * size + 4) / 5, size / 2);
    }

    public int size() {
        return women + men + notStated;
    }

    public int required() {
        return required(size());
    }

    /** How many women or men are missing; 0 where there are enough of both. */
    public int missing() {
        return Math.max(0, required() - women) + Math.max(0, required() - men);
    }

    /** True where those who have not said may be the missing ones. */
    public boolean couldBeMet() {
        return notStated >= missing();
    }

    private static int count(Collection<Gender> genders, Gender wanted) {
        return (int) genders.stream().filter(gender -> gender == wanted).count();
    }
}
