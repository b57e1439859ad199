/** Asks the decision tables by which a body's composition is judged. */
@NullMarked
package fi.hytekello.body.process;

import org.jspecify.annotations.NullMarked;
