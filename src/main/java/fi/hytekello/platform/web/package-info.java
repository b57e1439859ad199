/** Error answers, page layout, languages. */
@NullMarked
package fi.hytekello.platform.web;

import org.jspecify.annotations.NullMarked;
