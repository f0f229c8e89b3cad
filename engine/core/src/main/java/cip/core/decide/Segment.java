package cip.core.decide;

import cip.core.rule.Condition;

/**
 * A named group of customers.
 *
 * @param id lower-case letters, digits and underscores, e.g. {@code at_risk}; the value of the term {@code segment}
 * @param label as shown, e.g. {@code At-Risk}
 * @param color {@code #rrggbb} in which it is drawn; empty = by its place
 * @param when who belongs to it, unless an earlier segment took them
 */
public record Segment(String id, String label, String color, String description, Condition when) {}
