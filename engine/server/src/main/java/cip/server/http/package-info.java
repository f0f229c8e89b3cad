/**
 * Takes what is common to all routes (pages, problems, limits, strict JSON, headers), makes every answer look alike.
 * Never knows what a route is for.
 */
@NullMarked
package cip.server.http;

import org.jspecify.annotations.NullMarked;
