/**
 * Bodies (groups, councils, networks, partnership tables) with their seats, members and composition history, and the
 * organisations that a regional council or a municipality turns to (domain chapter 5.5: one model for all of them).
 */
@NullMarked
package fi.hytekello.body;

import org.jspecify.annotations.NullMarked;
