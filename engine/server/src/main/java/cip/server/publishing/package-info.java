/**
 * Takes limits that administrators set and simulated changes, makes what goes beyond a limit, in sentences.
 * Keeps every limit that ever counted, and judges a change by the strictest since it was submitted.
 * Never publishes and never approves anything itself.
 */
@NullMarked
package cip.server.publishing;

import org.jspecify.annotations.NullMarked;
