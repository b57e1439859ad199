/** The pages of the negotiation. */
@NullMarked
package fi.hytekello.negotiation.web;

import org.jspecify.annotations.NullMarked;
