package fi.hytekello.plan.web;

import fi.hytekello.plan.FollowedMeasure;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A measure for which the signed-in person answers.
 *
 * @param year municipality and year, such as {@code Juva 2027}
 * @param asDeputy true where somebody else is the owner
 * @param next what is to be done next, in words
 * @param dueOn when, Europe/Helsinki; null where nothing is due
 */
record OwnMeasure(
        FollowedMeasure followed,
        String year,
        boolean asDeputy,
        String next,
        @Nullable LocalDate dueOn) {}
