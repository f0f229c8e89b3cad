package cip.core.decide;

/**
 * One way in which a strategy differs from another one, in words.
 *
 * @param place the part, and within it the id and the field as shown: {@code segments/at_risk/condition}, {@code actions/early_access},
 *     {@code holdout/share}
 * @param subject whose field it is, as shown: {@code Segment At-Risk}
 * @param field as shown: {@code condition}; empty = the whole subject, which is new or gone
 * @param before in words; empty = it was not there
 * @param after in words; empty = it is not there any more
 */
public record StrategyChange(String place, String subject, String field, String before, String after) {}
