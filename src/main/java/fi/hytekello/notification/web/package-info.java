/** The page of an address that takes no mail. */
@NullMarked
package fi.hytekello.notification.web;

import org.jspecify.annotations.NullMarked;
