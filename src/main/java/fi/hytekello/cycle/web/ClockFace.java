package fi.hytekello.cycle.web;

import fi.hytekello.cycle.YearClock;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Geometry of the year clock's picture: twelve months around, January at the top, steps as numbered points. */
record ClockFace(List<Sector> months, List<Point> points, boolean hand, double handX, double handY) {

    private static final double CENTRE = 200;

    /** @param path the sector's outline as an SVG path */
    record Sector(String path, String name, double labelX, double labelY, boolean now) {}

    record Point(YearClock.Step step, double x, double y) {}

    static ClockFace of(int year, List<YearClock.Step> steps, LocalDate today, Locale locale) {
        List<Sector> months = new ArrayList<>();
        for (Month month : Month.values()) {
            double from = angle(LocalDate.of(year, month, 1));
            double to = angle(YearMonth.of(year, month).atEndOfMonth().plusDays(1));
            double middle = (from + (to <= from ? to + 2 * Math.PI : to)) / 2;
            months.add(new Sector(
                    sector(from, to),
                    month.getDisplayName(TextStyle.SHORT_STANDALONE, locale),
                    x(middle, 172),
                    y(middle, 172),
                    today.getYear() == year && today.getMonth() == month));
        }
        List<Point> points = new ArrayList<>();
        LocalDate previous = LocalDate.MIN;
        int stacked = 0;
        for (YearClock.Step step : steps) {
            LocalDate date = step.milestone().effectiveOn();
            if (date.getYear() != year) {
                continue;
            }
            stacked = !previous.equals(LocalDate.MIN)
                            && date.toEpochDay() - previous.toEpochDay() < 12
                            && date.toEpochDay() >= previous.toEpochDay()
                    ? (stacked + 1) % 3
                    : 0;
            double radius = 130 - 26.0 * stacked;
            points.add(new Point(step, x(angle(date), radius), y(angle(date), radius)));
            previous = date;
        }
        double hand = angle(today);
        return new ClockFace(months, points, today.getYear() == year, x(hand, 62), y(hand, 62));
    }

    private static double angle(LocalDate date) {
        return 2 * Math.PI * (date.getDayOfYear() - 1) / date.lengthOfYear();
    }

    private static String sector(double from, double to) {
        return String.format(
                Locale.ROOT,
                "M%.1f %.1f A196 196 0 0 1 %.1f %.1f L%.1f %.1f A150 150 0 0 0 %.1f %.1f Z",
                x(from, 196),
                y(from, 196),
                x(to, 196),
                y(to, 196),
                x(to, 150),
                y(to, 150),
                x(from, 150),
                y(from, 150));
    }

    private static double x(double angle, double radius) {
        return Math.round((CENTRE + radius * Math.sin(angle)) * 10) / 10.0;
    }

    private static double y(double angle, double radius) {
        return Math.round((CENTRE - radius * Math.cos(angle)) * 10) / 10.0;
    }
}
