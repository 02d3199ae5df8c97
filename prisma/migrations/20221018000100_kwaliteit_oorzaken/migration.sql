-- The causes of an opleider are counted once, when it is judged: the worklist of tens of thousands of signalen is one row.
-- rule → how many opleidingen, and since when
ALTER TABLE "kwaliteit_score" ADD COLUMN "oorzaken" JSONB NOT NULL DEFAULT '{}';

-- Which opleidingen have a signaal is answered from the index alone.
drop index kwaliteit_signaal_open;
create index kwaliteit_signaal_open on kwaliteit_signaal (opleider_id, regel) include (opleiding_id) where opgelost_op is null;
