/** Pictures of figures as SVG, drawn on the server: one drawing for pages, PDF and Word files. */
@NullMarked
package fi.hytekello.platform.chart;

import org.jspecify.annotations.NullMarked;
