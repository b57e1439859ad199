package fi.hytekello.worklist;

import fi.hytekello.municipality.Person;

/** A person completes a task with answers. */
public record TaskSubmission(OpenTask task, Person person, Answers answers) {}
