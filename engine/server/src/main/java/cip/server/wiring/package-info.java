/**
 * Takes what every feature builds on, makes the one value they are all constructed with. Never knows a feature.
 */
@NullMarked
package cip.server.wiring;

import org.jspecify.annotations.NullMarked;
