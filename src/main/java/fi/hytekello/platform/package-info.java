/** What every feature stands on: engine configuration, clock. */
@NullMarked
package fi.hytekello.platform;

import org.jspecify.annotations.NullMarked;
