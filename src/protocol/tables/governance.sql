-- On what footing a programme runs: service evaluation or research, lawful basis, retention, who hears concerns.
create table governance (
  organisation_id uuid not null,
  programme_id uuid not null,
  details jsonb not null,
  primary key (organisation_id, programme_id),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);

alter table governance enable row level security;
alter table governance force row level security;
create policy governance_of_the_organisation on governance
  using (organisation_id = current_organisation());
grant select, insert, update, delete on governance to turnabout_app;
