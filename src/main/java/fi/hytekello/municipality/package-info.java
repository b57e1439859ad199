/** Municipalities, their departments, people and the roles people hold. */
@NullMarked
package fi.hytekello.municipality;

import org.jspecify.annotations.NullMarked;
