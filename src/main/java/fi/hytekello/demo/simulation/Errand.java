package fi.hytekello.demo.simulation;

import fi.hytekello.municipality.Person;
import java.time.Instant;

/**
 * What somebody does by themselves, without a task.
 *
 * @param told how the timeline tells it
 */
record Errand(Instant at, Person person, String told, Runnable work) {}
