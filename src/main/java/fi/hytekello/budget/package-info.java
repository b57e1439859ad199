/** Budget lines and frames, the link from each measure to the budget, and the annex of the council's budget. */
@NullMarked
package fi.hytekello.budget;

import org.jspecify.annotations.NullMarked;
