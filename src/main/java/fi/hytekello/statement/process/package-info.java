/** Talks with the engine about rounds of statements. */
@NullMarked
package fi.hytekello.statement.process;

import org.jspecify.annotations.NullMarked;
