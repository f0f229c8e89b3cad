/**
 * Takes another strategy than the live one, makes the exact movements of every customer as a job, and publishes what was
 * simulated when somebody approves.
 * Never publishes what was not simulated against the strategy that is live.
 */
@NullMarked
package cip.server.simulations;

import org.jspecify.annotations.NullMarked;
