-- The latest known attributes as one JSON object, ordered by name. The search columns hold what search compares:
-- lower case, without accents.
create table customer (
    customer_id varchar(64) ${binary_order} primary key,
    name varchar(200),
    search_id varchar(200) ${binary_order} not null,
    search_name varchar(200) ${binary_order} not null,
    search_surname varchar(200) ${binary_order} not null,
    attributes varchar(1000000) not null,
    imported_at timestamp(3) with time zone not null
);

create index customer_search_id on customer (search_id);

create index customer_search_name on customer (search_name, customer_id);

create index customer_search_surname on customer (search_surname);

create table customer_transaction (
    customer_id varchar(64) ${binary_order} not null references customer (customer_id),
    reference varchar(200) ${binary_order} not null,
    occurred_at timestamp(6) with time zone not null,
    amount double precision not null,
    channel varchar(200) not null,
    primary key (customer_id, reference)
);
