/** The feeds themselves, and the page on which their links are made and revoked. */
@NullMarked
package fi.hytekello.feed.web;

import org.jspecify.annotations.NullMarked;
