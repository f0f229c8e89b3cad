/**
 * What a plugin compiles against: records and interfaces made of JDK types only.
 * Takes nothing from the engine and makes nothing by itself; the engine calls what a plugin provides.
 * Never sees the engine's own classes, never changes without {@code api.txt} showing it.
 */
@NullMarked
package cip.spi;

import org.jspecify.annotations.NullMarked;
