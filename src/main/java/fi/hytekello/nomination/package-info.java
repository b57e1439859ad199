/**
 * Rounds of nominations: organisations are asked to name who represents them in a body (R3-01 … R3-16); the requests, the
 * answers and the nominees.
 */
@NullMarked
package fi.hytekello.nomination;

import org.jspecify.annotations.NullMarked;
