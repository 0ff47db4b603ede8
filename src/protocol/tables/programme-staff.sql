-- What a member of staff may do in one programme.
create table programme_staff (
  organisation_id uuid not null,
  programme_id uuid not null,
  staff_id uuid not null,
  role text not null check (role in ('lead', 'facilitator', 'researcher', 'auditor')),
  primary key (organisation_id, programme_id, staff_id, role),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id),
  foreign key (organisation_id, staff_id) references staff (organisation_id, staff_id)
);

alter table programme_staff enable row level security;
alter table programme_staff force row level security;
create policy programme_staff_of_the_organisation on programme_staff
  using (organisation_id = current_organisation());
grant select, insert, update, delete on programme_staff to turnabout_app;
