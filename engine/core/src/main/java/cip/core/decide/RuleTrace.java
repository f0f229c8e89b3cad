package cip.core.decide;

import cip.core.rule.ConditionTrace;

/**
 * How one rule came out for one customer.
 *
 * @param id of the segment or action
 * @param name as shown
 * @param matched whether the rule held; for a segment also whether the customer belongs to it
 */
public record RuleTrace(String id, String name, boolean matched, ConditionTrace trace) {}
