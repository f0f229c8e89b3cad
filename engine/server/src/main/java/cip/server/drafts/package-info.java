/**
 * Takes what marketers change of the strategy, keeps every version of it, and leads it by simulation, review and approval
 * to the live strategy. Never publishes what nobody but its authors has seen, and never decides anything itself.
 */
@NullMarked
package cip.server.drafts;

import org.jspecify.annotations.NullMarked;
