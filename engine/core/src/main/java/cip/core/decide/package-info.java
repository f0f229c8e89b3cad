/**
 * Takes a strategy, makes a Decider: a pure function from customer records to decisions with reasons.
 * Never reads a clock, a file, a database or a random number.
 */
@NullMarked
package cip.core.decide;

import org.jspecify.annotations.NullMarked;
