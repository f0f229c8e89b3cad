/**
 * Takes the action catalogue as data, makes checked actions. Never decides who gets one.
 */
@NullMarked
package cip.core.action;

import org.jspecify.annotations.NullMarked;
