/**
 * Takes a database table or query, makes rows of text to import customers or transactions from.
 * Never writes to that database.
 */
@NullMarked
package cip.plugins.jdbc;

import org.jspecify.annotations.NullMarked;
