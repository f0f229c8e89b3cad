package cip.core.decide;

import java.util.Map;

/**
 * One thing a strategy declares, in words: what a difference of two strategies is made of.
 *
 * @param place the part and the id: {@code segments/at_risk}
 * @param subject as shown: {@code Segment At-Risk}
 * @param fields by their names as shown
 */
record StrategyItem(String place, String subject, Map<String, Said> fields) {
    /**
     * What a field holds.
     *
     * @param exact equal for two strategies exactly if the field is
     * @param words for people; may round, and speaks in the labels of its strategy; empty = nothing to say
     */
    record Said(String exact, String words) {
        static Said of(String text) {
            return new Said(text, text);
        }
    }

    /** The part it belongs to: within one, the order of the items counts. */
    String part() {
        int end = place.indexOf('/');
        return end < 0 ? place : place.substring(0, end);
    }
}
