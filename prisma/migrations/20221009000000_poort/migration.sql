-- What each process of the poort saw, a row a second: for the control room and for the speed of admission. Real time and not nu():
-- it measures machines. Kept one day, worth nothing after a crash: unlogged.
create unlogged table poort_meting (
    proces text not null,
    op timestamptz(3) not null default clock_timestamp(),
    -- requests to the opening-day path in this second, and what became of the submits among them
    bezoeken integer not null,
    indieningen integer not null,
    bevestigd integer not null,
    geweigerd integer not null,
    fouten integer not null,
    -- submits that were waiting for their answer at the end of this second
    onderhanden integer not null,
    -- milliseconds from a submit to its receipt; null when there was none
    p50_ms integer,
    p99_ms integer,
    constraint poort_meting_pkey primary key (proces, op),
    constraint poort_meting_tellers check (least(bezoeken, indieningen, bevestigd, geweigerd, fouten, onderhanden) >= 0)
);
create index poort_meting_op_idx on poort_meting (op);
grant select, insert, update, delete on poort_meting to stap_app;
