/**
 * Takes what somebody did, makes one entry of a chain that shows when an entry was changed, swapped or taken out. Never
 * updates or deletes an entry.
 */
@NullMarked
package cip.server.audit;

import org.jspecify.annotations.NullMarked;
