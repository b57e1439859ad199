/** The page that tells why a year waits. */
@NullMarked
package fi.hytekello.waiting.web;

import org.jspecify.annotations.NullMarked;
