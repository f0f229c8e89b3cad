/**
 * Takes the strategy of the rules folder, keeps every version by its hash and makes the live one ready to decide.
 * Never changes a published strategy and never decides anything itself.
 */
@NullMarked
package cip.server.strategies;

import org.jspecify.annotations.NullMarked;
