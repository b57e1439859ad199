/** The registry's page of a mail that belongs to no known matter. */
@NullMarked
package fi.hytekello.inbox.web;

import org.jspecify.annotations.NullMarked;
