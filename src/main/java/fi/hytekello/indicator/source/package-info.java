/**
 * How indicator values come in: from Sotkanet, from a file of its rows, from a municipality's own table or by hand. All
 * of them end in {@link fi.hytekello.indicator.source.ObservationIntake}, which records what a later import changes.
 */
@NullMarked
package fi.hytekello.indicator.source;

import org.jspecify.annotations.NullMarked;
