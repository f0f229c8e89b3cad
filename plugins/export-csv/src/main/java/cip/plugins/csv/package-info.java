/**
 * Takes the rows of an audience, makes a CSV file that any program reads alike. Never lets a value become a formula.
 */
@NullMarked
package cip.plugins.csv;

import org.jspecify.annotations.NullMarked;
