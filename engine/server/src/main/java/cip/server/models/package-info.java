/**
 * Takes customers with a known outcome and a trainer, makes models with their cards as files and reads them back checked.
 * Other features ask {@link cip.server.models.ModelFolder} for a model by score and version.
 * Never scores a customer and never decides which version is live.
 */
@NullMarked
package cip.server.models;

import org.jspecify.annotations.NullMarked;
