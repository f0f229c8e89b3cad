create table import_file (
    file_id varchar(36) primary key,
    file_name varchar(255) not null,
    size_bytes bigint not null,
    uploaded_by varchar(200) not null,
    uploaded_at timestamp(3) with time zone not null
);

-- One row per import job, there as soon as all rows were read once. notices and errors are JSON arrays.
create table import_result (
    job_id varchar(36) primary key,
    rows_read bigint not null,
    accepted bigint not null,
    created bigint not null,
    updated bigint not null,
    unchanged bigint not null,
    rejected bigint not null,
    customers_created bigint not null,
    notices varchar(1000000) not null,
    errors varchar(1000000) not null
);
