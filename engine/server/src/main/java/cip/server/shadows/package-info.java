/**
 * Takes the customer base of a finished run and the versions that are shadows, makes comparisons of what each of them would
 * change if it were the champion, and keeps them with some of the scores until it is known what happened.
 * Never decides, never touches a single decision, and never lets a run fail because a shadow does.
 */
@NullMarked
package cip.server.shadows;

import org.jspecify.annotations.NullMarked;
