package fi.hytekello.platform.chart;

/** A drawn chart, with its size in pixels of 1/96 inch. */
public record Picture(String svg, int width, int height) {}
