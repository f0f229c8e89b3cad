/**
 * Takes what went wrong, makes one exception with a code whose kind says whose turn it is. Never catches or logs.
 */
@NullMarked
package cip.core.error;

import org.jspecify.annotations.NullMarked;
