package cip.server.customers;

import cip.core.customer.Contact;
import cip.core.customer.CustomerId;

/**
 * A contact and with whom it was.
 *
 * @param id unique among those with the customer, 1 to 200 characters
 */
public record CustomerContact(String id, CustomerId customer, Contact contact) {}
