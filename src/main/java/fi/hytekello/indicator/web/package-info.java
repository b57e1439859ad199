/** Pages of the indicators. */
@NullMarked
package fi.hytekello.indicator.web;

import org.jspecify.annotations.NullMarked;
