-- The control room asks every second of what the bank said nothing: of a batch that was answered there is nothing in here.
create index betaling_onderweg on betaling (batch_id) where status = 'onderweg';
