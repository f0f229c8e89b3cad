/**
 * Takes config.yml and the command line, makes the running product out of the features. Never decides anything a feature
 * could decide.
 */
@NullMarked
package cip.server.app;

import org.jspecify.annotations.NullMarked;
