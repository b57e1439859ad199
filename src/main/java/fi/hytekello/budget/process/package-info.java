/** Talks with the engine about the budget. */
@NullMarked
package fi.hytekello.budget.process;

import org.jspecify.annotations.NullMarked;
