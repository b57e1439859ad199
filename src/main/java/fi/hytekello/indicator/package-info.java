/**
 * Indicators of wellbeing: the catalogue, the values as their source gave them, and the snapshot of a cycle with its
 * traffic lights and explanations.
 */
@NullMarked
package fi.hytekello.indicator;

import org.jspecify.annotations.NullMarked;
