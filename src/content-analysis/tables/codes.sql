-- The codebook: a code stands for a category, a category belongs to a theme.
create table codes (
  organisation_id uuid not null,
  programme_id uuid not null,
  place integer not null check (place >= 0),
  code text not null check (code <> ''),
  theme text not null,
  category text not null,
  definition text not null,
  primary key (organisation_id, programme_id, code),
  constraint codes_one_per_place unique (organisation_id, programme_id, place),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);

alter table codes enable row level security;
alter table codes force row level security;
create policy codes_of_the_organisation on codes
  using (organisation_id = current_organisation());
grant select, insert, update, delete on codes to turnabout_app;
