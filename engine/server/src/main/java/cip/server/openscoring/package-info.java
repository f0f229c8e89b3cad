/**
 * Takes requests as clients of Openscoring send them, makes answers as they expect them from the models of the registry.
 * Never scores by itself, and never changes or deletes a version.
 */
@NullMarked
package cip.server.openscoring;

import org.jspecify.annotations.NullMarked;
