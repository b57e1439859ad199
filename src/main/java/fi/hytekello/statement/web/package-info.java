/** Pages of the register, the request, the statements and the replies, and the page behind a personal link. */
@NullMarked
package fi.hytekello.statement.web;

import org.jspecify.annotations.NullMarked;
