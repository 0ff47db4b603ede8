-- What happened, one entry for each change. Each entry carries the hash of the one before it:
-- nothing can be altered or left out unseen. The app can add and read, nothing else.
create table audit_entries (
  organisation_id uuid not null,
  position bigint not null,
  happened_at timestamptz not null,
  event text not null,
  actor_kind text not null check (actor_kind in ('staff', 'participant', 'visitor', 'operator')),
  actor_id uuid,
  subject text,
  details jsonb not null default '{}',
  previous_hash bytea not null,
  hash bytea not null,
  primary key (organisation_id, position),
  constraint audit_entries_hash_is_sha256 check (length(hash) = 32 and length(previous_hash) = 32)
);

alter table audit_entries enable row level security;
alter table audit_entries force row level security;
create policy audit_entries_of_the_organisation on audit_entries
  using (organisation_id = current_organisation());
grant select, insert on audit_entries to turnabout_app;

-- What is hashed, besides the hash of the entry before.
create function audit_entry_text(entry audit_entries) returns text
  language sql stable
  return jsonb_build_array(
    entry.organisation_id, entry.position,
    to_char(entry.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    entry.event, entry.actor_kind, entry.actor_id, entry.subject, entry.details
  )::text;

-- Position, time and hashes are given here, whatever the insert says. The lock makes one chain of all entries.
create function chain_audit_entry() returns trigger language plpgsql as $$
declare
  last record;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.organisation_id::text, 0));
  select position, hash into last from audit_entries
    where organisation_id = new.organisation_id order by position desc limit 1;
  new.position := coalesce(last.position, 0) + 1;
  new.happened_at := clock_timestamp();
  new.previous_hash := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
  new.hash := sha256(new.previous_hash || convert_to(audit_entry_text(new), 'UTF8'));
  return new;
end
$$;

create trigger audit_entries_are_chained before insert on audit_entries
  for each row execute function chain_audit_entry();
