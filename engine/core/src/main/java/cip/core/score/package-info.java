/**
 * Takes PMML bytes, makes scorers for feature matrices; the only package that knows JPMML.
 * Never decides what a score is used for.
 */
@NullMarked
package cip.core.score;

import org.jspecify.annotations.NullMarked;
