package cip.core.arbitrate;

import cip.core.action.Action;

/** One action in the ranking of one customer. */
public record RankedAction(Action action, Factors factors) {}
