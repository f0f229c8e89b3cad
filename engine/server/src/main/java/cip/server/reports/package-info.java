/**
 * Takes the customer base of a whole-base run, makes key figures and charts of it.
 * Never decides and never reads single customers from the store.
 */
@NullMarked
package cip.server.reports;

import org.jspecify.annotations.NullMarked;
