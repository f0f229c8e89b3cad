/**
 * Takes two strategies and the same customers, or one strategy and a customer who might be another, makes what would be
 * decided: exact movements between segments and first actions, and the nearest change that moves a score.
 * Counts and decisions only: nothing is estimated from a sample.
 * Never decides by itself: everything said is a decision of a {@link cip.core.decide.Decider}.
 */
@NullMarked
package cip.core.simulate;

import org.jspecify.annotations.NullMarked;
