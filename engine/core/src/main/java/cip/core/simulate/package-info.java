/**
 * Takes two strategies and the same customers, makes the exact movements between segments and between first actions.
 * Counts only: nothing is estimated from a sample.
 * Never decides by itself: both sides are decisions of a {@link cip.core.decide.Decider}.
 */
@NullMarked
package cip.core.simulate;

import org.jspecify.annotations.NullMarked;
