/**
 * Takes the customer base of a finished run, makes measurements of how far inputs, scores, segments and first actions have
 * moved, and keeps them.
 * Never decides, and never lets a run fail because it could not be measured.
 */
@NullMarked
package cip.server.monitoring;

import org.jspecify.annotations.NullMarked;
