package cip.core.simulate;

import cip.core.rule.MissingRows;

/**
 * Customers to whom a table gives nothing, and rows that would change that.
 *
 * @param table its name
 * @param customers of the base whom no row fits
 */
public record TableGap(String table, int customers, MissingRows.Proposed proposed) {}
