/** Reading what other systems answer, without trusting them. */
@NullMarked
package fi.hytekello.platform.remote;

import org.jspecify.annotations.NullMarked;
