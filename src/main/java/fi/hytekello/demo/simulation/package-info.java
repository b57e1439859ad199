/** A year played by scripted people on a moved clock. */
@NullMarked
package fi.hytekello.demo.simulation;

import org.jspecify.annotations.NullMarked;
