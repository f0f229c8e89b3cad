/**
 * Takes bytes, makes the hash by which strategies, models, files and secrets are known. Never knows what the bytes mean.
 */
@NullMarked
package cip.core.hash;

import org.jspecify.annotations.NullMarked;
