-- One row per event; each row's hash covers the row and the hash of the one before it.
create table audit_event (
    sequence bigint primary key,
    at timestamp(3) with time zone not null,
    actor varchar(200) not null,
    kind varchar(100) not null,
    subject varchar(400) not null,
    detail varchar(4000) not null,
    hash char(64) not null
);

create index audit_event_actor on audit_event (actor, sequence);

create index audit_event_kind on audit_event (kind, sequence);

-- The last event: a single row, locked by whoever appends.
create table audit_head (
    id int primary key check (id = 1),
    sequence bigint not null,
    hash char(64) not null
);

insert into audit_head (id, sequence, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
