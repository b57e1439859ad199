/** The model UnmatchedMail and what it asks of the domain. */
@NullMarked
package fi.hytekello.inbox.process;

import org.jspecify.annotations.NullMarked;
