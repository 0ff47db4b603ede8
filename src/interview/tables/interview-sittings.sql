-- A sitting of the interview: one day, one room or call.
create table interview_sittings (
  organisation_id uuid not null,
  programme_id uuid not null,
  sitting integer not null check (sitting >= 1),
  held_on date not null,
  state text not null check (state in ('open', 'ended')),
  primary key (organisation_id, programme_id, sitting),
  foreign key (organisation_id, programme_id) references interviews (organisation_id, programme_id)
);

alter table interview_sittings enable row level security;
alter table interview_sittings force row level security;
create policy interview_sittings_of_the_organisation on interview_sittings
  using (organisation_id = current_organisation());
grant select, insert, update, delete on interview_sittings to turnabout_app;
