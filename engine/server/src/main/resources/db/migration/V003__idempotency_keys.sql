-- The answer to a request that was sent under a key, kept in the transaction of its effect.
create table idempotency_key (
    caller varchar(200) not null,
    route varchar(200) not null,
    idempotency_key varchar(200) not null,
    body_hash char(64) not null,
    status int not null,
    location varchar(400),
    answer text not null,
    created_at timestamp(3) with time zone not null,
    primary key (caller, route, idempotency_key)
);

create index idempotency_key_created_at on idempotency_key (created_at);
