/** Decisions of the manager, the directors and the elected bodies, and the document versions they decide on. */
@NullMarked
package fi.hytekello.decision;

import org.jspecify.annotations.NullMarked;
