/** Who completed, changed and decided what. */
@NullMarked
package fi.hytekello.audit;

import org.jspecify.annotations.NullMarked;
