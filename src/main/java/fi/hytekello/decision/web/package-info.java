/** Pages on which the manager decides, and the list of a cycle's decisions. */
@NullMarked
package fi.hytekello.decision.web;

import org.jspecify.annotations.NullMarked;
