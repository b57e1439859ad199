/** Pages of a municipality itself. */
@NullMarked
package fi.hytekello.municipality.web;

import org.jspecify.annotations.NullMarked;
