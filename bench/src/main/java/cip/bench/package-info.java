/**
 * Takes the built product and its peers, makes the goal table: ratios measured side by side in one run on one machine.
 * Never part of the product and never run by its tests.
 */
@NullMarked
package cip.bench;

import org.jspecify.annotations.NullMarked;
