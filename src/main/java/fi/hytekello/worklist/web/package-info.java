/** The way from a task to its page, and its completion. */
@NullMarked
package fi.hytekello.worklist.web;

import org.jspecify.annotations.NullMarked;
