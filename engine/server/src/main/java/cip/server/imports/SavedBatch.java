package cip.server.imports;

import cip.server.customers.SavedRows;

/**
 * What saving some rows came to.
 *
 * @param customersCreated how many customers had to be made for their transactions
 */
record SavedBatch(SavedRows rows, long customersCreated) {}
