package fi.hytekello.indicator.web;

import fi.hytekello.indicator.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * One indicator in the list, in the reader's words.
 *
 * @param value with its unit; null where the source has none, and then all that follows is null or false
 * @param age such as {@code arvo on vuodelta 2011, 15 vuotta vanha}
 * @param newer what the source has that is newer, of others; null where it has nothing newer
 * @param spark the trend as SVG
 */
record OverviewLine(
        Indicator indicator,
        String title,
        @Nullable String value,
        @Nullable String age,
        boolean old,
        @Nullable String newer,
        @Nullable String spark,
        @Nullable String county,
        boolean countyMedian,
        @Nullable String country,
        boolean countryMedian) {}
