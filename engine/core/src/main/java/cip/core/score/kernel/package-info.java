/**
 * Takes columns of numbers and texts, makes scores with plain loops over blocks of rows; what to compute is a program that
 * somebody else wrote from a model. Knows neither PMML nor its evaluator.
 * Never guesses: a row that it cannot score plainly is handed back as NaN.
 */
@NullMarked
package cip.core.score.kernel;

import org.jspecify.annotations.NullMarked;
