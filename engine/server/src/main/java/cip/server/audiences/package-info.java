/**
 * Takes a choice of customers (a condition, a segment or an action), makes files of them through exporter plugins, each
 * whole or not there at all, with a manifest that says what it was made from. Never lets out a customer who did not
 * consent to the channel or who is in the holdout.
 */
@NullMarked
package cip.server.audiences;

import org.jspecify.annotations.NullMarked;
