-- What a form answered the first time it was sent; sending it again answers the same and changes nothing.
create table idempotency_keys (
  organisation_id uuid not null,
  key_hash bytea not null,
  event text not null,
  outcome jsonb not null,
  kept_until timestamptz not null,
  primary key (organisation_id, key_hash)
);

alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy idempotency_keys_of_the_organisation on idempotency_keys
  using (organisation_id = current_organisation());
grant select, insert, update, delete on idempotency_keys to turnabout_app;
