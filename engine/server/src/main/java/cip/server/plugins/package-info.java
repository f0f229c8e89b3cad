/**
 * Takes the folder of plugins and their settings, makes what they offer available by kind and name.
 * Never starts with a plugin that is broken, and never lets one see the engine's own classes.
 */
@NullMarked
package cip.server.plugins;

import org.jspecify.annotations.NullMarked;
