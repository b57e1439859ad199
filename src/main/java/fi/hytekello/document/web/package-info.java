/** Drafts for those who work on them, published documents for everybody. */
@NullMarked
package fi.hytekello.document.web;

import org.jspecify.annotations.NullMarked;
