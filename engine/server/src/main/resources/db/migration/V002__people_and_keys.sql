-- Who may sign in. Names are lower case.
create table account (
    username varchar(100) primary key,
    display_name varchar(200) not null,
    password_hash varchar(300) not null,
    roles varchar(200) not null,
    disabled boolean not null,
    created_at timestamp(3) with time zone not null,
    changed_at timestamp(3) with time zone not null
);

-- Only the hash of the token is kept: reading this table gives no session away.
create table account_session (
    token_hash char(64) primary key,
    username varchar(100) not null references account (username),
    created_at timestamp(3) with time zone not null,
    last_seen_at timestamp(3) with time zone not null
);

create index account_session_username on account_session (username);

create table api_key (
    id varchar(36) primary key,
    name varchar(100) not null unique,
    key_hash char(64) not null unique,
    roles varchar(200) not null,
    created_by varchar(200) not null,
    created_at timestamp(3) with time zone not null,
    expires_at timestamp(3) with time zone not null
);
