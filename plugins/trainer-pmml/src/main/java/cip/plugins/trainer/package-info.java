/**
 * Takes features and a target, makes PMML 4.4 models with an honest account of their quality.
 * Never scores customers in the running product: whatever reads PMML does that.
 * XGBoost is visible only in {@code Boosting}, commons-math only where clusters are sought and
 * correlations computed.
 */
@NullMarked
package cip.plugins.trainer;

import org.jspecify.annotations.NullMarked;
