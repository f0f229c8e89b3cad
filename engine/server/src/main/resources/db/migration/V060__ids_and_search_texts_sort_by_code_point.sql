-- PostgreSQL sorts them so already. H2 compares text by UTF-16 units, which differs where characters of two units meet
-- others from U+E000 on; its binary columns compare by the bytes of the UTF-8, which is by code point.
CREATE DOMAIN customer_key AS ${sorted_text_64};

ALTER TABLE customer_transaction ALTER COLUMN customer_id SET DATA TYPE ${sorted_text_64};

ALTER TABLE customer ALTER COLUMN customer_id SET DATA TYPE ${sorted_text_64};

ALTER TABLE customer ALTER COLUMN search_id SET DATA TYPE ${sorted_text_200};

ALTER TABLE customer ALTER COLUMN search_name SET DATA TYPE ${sorted_text_200};

ALTER TABLE customer ALTER COLUMN search_surname SET DATA TYPE ${sorted_text_200};

ALTER TABLE simulation_change ALTER COLUMN customer_id SET DATA TYPE ${sorted_text_64};
