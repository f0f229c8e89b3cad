/**
 * Takes how a number or a category was distributed and the column of today, or what was predicted and what then happened, and
 * makes how far they are apart and whether that is more than chance.
 * Never says why a distribution moved, and draws from fixed seeds only: equal columns give equal measurements.
 */
@NullMarked
package cip.core.monitor;

import org.jspecify.annotations.NullMarked;
