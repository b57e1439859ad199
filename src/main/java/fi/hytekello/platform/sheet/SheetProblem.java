package fi.hytekello.platform.sheet;

import fi.hytekello.platform.problem.InvalidInput;

/**
 * What is wrong in a file.
 *
 * @param row as the spreadsheet shows it, 0 where it is about the whole file
 * @param problem names the column and tells the remedy, as for a form's field
 */
public record SheetProblem(int row, InvalidInput problem) {}
