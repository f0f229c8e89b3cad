/**
 * Takes eligible actions with scores, makes a ranking in which every factor is visible. Never drops an action silently.
 */
@NullMarked
package cip.core.arbitrate;

import org.jspecify.annotations.NullMarked;
