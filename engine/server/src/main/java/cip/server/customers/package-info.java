/**
 * Takes the declared schema and what imports bring, keeps customers and their transactions and finds them again. Never
 * decides what is recommended to them.
 */
@NullMarked
package cip.server.customers;

import org.jspecify.annotations.NullMarked;
