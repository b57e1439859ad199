/** A plan's whole life, played by people in a real browser: each class is one person, tool or season of the play. */
@NullMarked
package fi.hytekello.play;

import org.jspecify.annotations.NullMarked;
