/**
 * Takes how often, when and for how much customers purchased, and makes PMML models of what they will spend, by BG/NBD and
 * Gamma-Gamma.
 * Never looks at what happened after the cut to fit a model, only to measure it.
 */
@NullMarked
package cip.plugins.clv;

import org.jspecify.annotations.NullMarked;
