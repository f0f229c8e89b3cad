/**
 * Takes a contact policy and when customers were contacted, makes for each action whether it may be offered now and from when
 * on it may. Never looks at what an action is worth, and never contacts anybody.
 */
@NullMarked
package cip.core.contact;

import org.jspecify.annotations.NullMarked;
