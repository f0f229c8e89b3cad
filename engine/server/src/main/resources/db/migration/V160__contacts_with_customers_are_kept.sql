-- When customers were contacted. Rows are added and never changed; the same id is the same contact.
-- An empty action is none of ours, e.g. a newsletter.
CREATE TABLE customer_contact (
    customer_id  customer_key NOT NULL REFERENCES customer (customer_id),
    contact_id   VARCHAR(200) ${binary_order} NOT NULL,
    action       VARCHAR(63) NOT NULL,
    channel      VARCHAR(63) NOT NULL,
    contacted_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    source       VARCHAR(20) NOT NULL,
    recorded_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (customer_id, contact_id)
);
