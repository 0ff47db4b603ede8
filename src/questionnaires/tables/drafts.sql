-- What somebody has typed and not sent yet, encrypted with the programme key, under a keyed hash of person and stage.
create table drafts (
  organisation_id uuid not null,
  programme_id uuid not null,
  draft_key bytea not null,
  sealed bytea not null,
  primary key (organisation_id, programme_id, draft_key),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);

alter table drafts enable row level security;
alter table drafts force row level security;
create policy drafts_of_the_organisation on drafts
  using (organisation_id = current_organisation());
grant select, insert, update, delete on drafts to turnabout_app;
