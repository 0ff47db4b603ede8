-- The information sheet with its consent statements, version by version, as JSON text; the highest is in force.
create table consent_texts (
  organisation_id uuid not null,
  programme_id uuid not null,
  version integer not null check (version >= 1),
  text text not null,
  primary key (organisation_id, programme_id, version),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);

alter table consent_texts enable row level security;
alter table consent_texts force row level security;
create policy consent_texts_of_the_organisation on consent_texts
  using (organisation_id = current_organisation());
grant select, insert, update, delete on consent_texts to turnabout_app;
