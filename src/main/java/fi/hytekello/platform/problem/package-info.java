/** The ways a request can be refused, told in the user's language. */
@NullMarked
package fi.hytekello.platform.problem;

import org.jspecify.annotations.NullMarked;
