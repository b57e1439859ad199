/** The open tasks as people see them, and the one way to complete one. */
@NullMarked
package fi.hytekello.worklist;

import org.jspecify.annotations.NullMarked;
