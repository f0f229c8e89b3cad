package cip.server.customers;

import cip.core.customer.CustomerId;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;

/**
 * A customer that a search found.
 *
 * @param place the first place where the text fits
 */
record SearchHit(Place place, CustomerHit customer) {
    /** Where a text is looked for, in the order of what is found. */
    enum Place {
        ID("search_id"),
        NAME("search_name"),
        SURNAME("search_surname");

        private final String column;

        Place(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /** Asks for what comes after this hit, e.g. {@code NAME:1042}. */
    String cursor() {
        return place + ":" + customer.id().value();
    }

    After after() {
        return new After(place, customer.id());
    }

    /** Behind which hit a page begins. */
    record After(Place place, CustomerId customer) {
        /** @throws EngineException INVALID_VALUE for what no search gave */
        static After of(String cursor) {
            for (Place place : Place.values()) {
                String start = place + ":";
                if (cursor.startsWith(start) && cursor.length() > start.length()) {
                    return new After(place, new CustomerId(cursor.substring(start.length())));
                }
            }
            throw new EngineException(
                            ErrorCode.INVALID_VALUE, "This cursor was not given by a search.\nMaybe ask without one.")
                    .about("cursor");
        }
    }
}
