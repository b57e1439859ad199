/** Mirrors people and their roles into the engine's identities. */
@NullMarked
package fi.hytekello.municipality.process;

import org.jspecify.annotations.NullMarked;
