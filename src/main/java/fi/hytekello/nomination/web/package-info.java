/** Pages of rounds of nominations and their requests, and the page behind a personal link. */
@NullMarked
package fi.hytekello.nomination.web;

import org.jspecify.annotations.NullMarked;
