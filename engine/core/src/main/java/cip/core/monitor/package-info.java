/**
 * Takes how a number or a category was distributed and the column of today, what was predicted and what then happened, or a
 * model and those it scores, and makes how far they are apart and whether that is more than chance, or what its inputs add.
 * Never says why a distribution moved, and draws from fixed seeds only: equal columns give equal measurements.
 */
@NullMarked
package cip.core.monitor;

import org.jspecify.annotations.NullMarked;
