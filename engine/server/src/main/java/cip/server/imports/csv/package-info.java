/**
 * Takes the bytes of a delimited text file, makes rows of text with the line each began on, or one refusal that names
 * the place. Never knows what a column means and never changes a value beyond the space around it.
 */
@NullMarked
package cip.server.imports.csv;

import org.jspecify.annotations.NullMarked;
