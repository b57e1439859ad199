package fi.hytekello.indicator.web;

import fi.hytekello.platform.chart.Chart;

/** A picture twice, of which the style sheet shows the one that the screen has room for. */
record DrawnFigure(String title, String wide, String narrow) {

    static DrawnFigure of(Chart chart, String id) {
        return new DrawnFigure(
                chart.title(),
                chart.draw(Chart.Size.WIDE, id).svg(),
                chart.draw(Chart.Size.SMALL, id + "-narrow").svg());
    }
}
