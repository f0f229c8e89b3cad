-- A page of a search goes on behind the last customer of the page before, so each index ends with the customer.
DROP INDEX customer_search_id;

DROP INDEX customer_search_surname;

CREATE INDEX customer_search_id ON customer (search_id, customer_id);

CREATE INDEX customer_search_surname ON customer (search_surname, customer_id);
