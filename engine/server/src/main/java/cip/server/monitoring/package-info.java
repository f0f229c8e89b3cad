/**
 * Takes the customer base of a finished run and what customers have done since earlier ones, makes measurements of how far
 * inputs, scores, segments and first actions have moved and of what scores turned out to be worth, keeps them, and has models
 * trained again when they give a reason.
 * Never decides, never puts a model to use, and never lets a run fail because it could not be measured.
 */
@NullMarked
package cip.server.monitoring;

import org.jspecify.annotations.NullMarked;
