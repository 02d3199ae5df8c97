-- Most activities have no cost lines of their own: then nothing needs adding up, and no function is called for it.
alter table opleiding drop constraint opleiding_kosten, add constraint opleiding_kosten check (kosten = '[]'::jsonb or kosten_klopt(kosten, catalogusprijs_cent, subsidiabel_cent));
alter table scholingsactiviteit drop constraint scholingsactiviteit_kosten, add constraint scholingsactiviteit_kosten check (kosten = '[]'::jsonb or kosten_klopt(kosten, catalogusprijs_cent, subsidiabel_cent));
