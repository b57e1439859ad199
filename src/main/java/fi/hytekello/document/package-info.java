/** The documents that a year leaves: assembled once, shown as a page, a PDF and a Word file, frozen when published. */
@NullMarked
package fi.hytekello.document;

import org.jspecify.annotations.NullMarked;
