/**
 * Takes a decision table as JSON, makes a spreadsheet (.xlsx) of it to edit elsewhere, and reads such a spreadsheet back with
 * what is wrong by cell. Never stores anything, never computes a formula, never follows a link.
 */
@NullMarked
package cip.server.workbooks;

import org.jspecify.annotations.NullMarked;
