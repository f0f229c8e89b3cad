/**
 * Takes customer records, a feature set and an instant, makes a feature matrix. Never knows a model or a rule.
 */
@NullMarked
package cip.core.feature;

import org.jspecify.annotations.NullMarked;
