/**
 * Tables that people bring in and take out as files.
 *
 * <p>In: {@link fi.hytekello.platform.sheet.SheetReader#read} turns an uploaded CSV or XLSX file into a
 * {@link fi.hytekello.platform.sheet.Sheet}: rows of text by header, with the row numbers that the person sees. A
 * {@link fi.hytekello.platform.sheet.CellReader} reads texts, sums and dates from it and collects everything that is
 * wrong as {@link fi.hytekello.platform.sheet.SheetProblem}s, so that a page can list all errors at once.
 *
 * <p>Out: a {@link fi.hytekello.platform.sheet.Table} is written by {@link fi.hytekello.platform.sheet.SheetWriter} as
 * XLSX or CSV. Texts stay texts: nothing that a person typed becomes a formula in a spreadsheet.
 */
@NullMarked
package fi.hytekello.platform.sheet;

import org.jspecify.annotations.NullMarked;
