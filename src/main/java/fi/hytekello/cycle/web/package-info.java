/** Pages of the cycle. */
@NullMarked
package fi.hytekello.cycle.web;

import org.jspecify.annotations.NullMarked;
