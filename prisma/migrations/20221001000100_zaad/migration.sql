-- Which parts of the first data (prisma/seed) this database has: a part that is added later still reaches an old database.
create table zaad (
    naam text not null,
    created_at timestamptz(3) not null default current_timestamp,
    constraint zaad_pkey primary key (naam)
);
