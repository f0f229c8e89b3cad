/**
 * Takes long work as a kind and an input, makes it a row that anybody can follow, cancel and, after a crash, see resumed.
 * Never knows what the work is.
 */
@NullMarked
package cip.server.jobs;

import org.jspecify.annotations.NullMarked;
