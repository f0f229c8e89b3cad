/**
 * Takes customers and the live strategy, makes decisions, logs them and keeps the latest of every customer at hand.
 * Never changes a logged decision.
 */
@NullMarked
package cip.server.decisions;

import org.jspecify.annotations.NullMarked;
