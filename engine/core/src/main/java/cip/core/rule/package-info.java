/**
 * Takes condition trees over a typed vocabulary, makes compiled rules and their traces; the only package that knows Drools.
 * Never compiles text that came from outside the operator's file system.
 */
@NullMarked
package cip.core.rule;

import org.jspecify.annotations.NullMarked;
