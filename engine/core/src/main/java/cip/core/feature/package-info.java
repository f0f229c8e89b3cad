/**
 * Takes customer records, a {@link cip.core.feature.FeatureSet} and an instant, makes a feature matrix: read the definitions
 * with {@link cip.core.feature.FeatureSet#parse}, learn the stored reference with {@link cip.core.feature.FeatureSet#fit},
 * compute with {@link cip.core.feature.FittedFeatures#compute}. The same code serves training, one decision, the whole base
 * and Spark. Never knows a model or a rule, never reads a clock.
 */
@NullMarked
package cip.core.feature;

import org.jspecify.annotations.NullMarked;
