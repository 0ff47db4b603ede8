-- That everybody was written to at the end of the programme.
create table closing_letters (
  organisation_id uuid not null,
  programme_id uuid not null,
  sent_on date not null,
  primary key (organisation_id, programme_id),
  foreign key (organisation_id, programme_id) references programmes (organisation_id, programme_id)
);

alter table closing_letters enable row level security;
alter table closing_letters force row level security;
create policy closing_letters_of_the_organisation on closing_letters
  using (organisation_id = current_organisation());
grant select, insert, update, delete on closing_letters to turnabout_app;
