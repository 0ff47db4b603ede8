-- A coder gave this excerpt of a comment a code. Positions count Unicode code points; the end is not included.
create table codings (
  organisation_id uuid not null,
  programme_id uuid not null,
  comment_id uuid not null,
  start_at integer not null check (start_at >= 0),
  end_at integer not null,
  code text not null,
  coder text not null check (coder <> ''),
  primary key (organisation_id, programme_id, comment_id, start_at, end_at, code, coder),
  constraint codings_end_after_they_start check (end_at > start_at),
  -- Deferrable: closing a stage takes its comments out and writes them anew in one transaction.
  foreign key (organisation_id, programme_id, comment_id)
    references comments (organisation_id, programme_id, comment_id) deferrable,
  foreign key (organisation_id, programme_id, code)
    references codes (organisation_id, programme_id, code)
);

alter table codings enable row level security;
alter table codings force row level security;
create policy codings_of_the_organisation on codings
  using (organisation_id = current_organisation());
grant select, insert, update, delete on codings to turnabout_app;
