-- Processes that are alive say so here every few seconds, for the health check. Worth nothing after a crash: unlogged.
create unlogged table hartslag (
    proces text not null,
    soort text not null,
    op timestamptz(3) not null,
    constraint hartslag_pkey primary key (proces)
);
grant select, insert, update, delete on hartslag to stap_app;

-- The sealing worker asks for the entries of transactions that had not finished when it last looked.
create index gebeurtenis_xid on gebeurtenis (xid);
