/**
 * Takes work on the tables, makes one durable transaction of each, on H2 or PostgreSQL alike. Never answers before the
 * disk has the data; knows no table of any feature.
 */
@NullMarked
package cip.server.store;

import org.jspecify.annotations.NullMarked;
