-- Points sent from phones that nobody has seen yet: they come onto the board several at once, in an order of chance.
create table interview_phone_points (
  organisation_id uuid not null,
  programme_id uuid not null,
  point_id uuid not null,
  mentee uuid not null,
  domain text not null,
  sealed_text bytea not null,
  primary key (organisation_id, programme_id, point_id),
  foreign key (organisation_id, programme_id, mentee)
    references respondents (organisation_id, programme_id, respondent)
);

alter table interview_phone_points enable row level security;
alter table interview_phone_points force row level security;
create policy interview_phone_points_of_the_organisation on interview_phone_points
  using (organisation_id = current_organisation());
grant select, insert, update, delete on interview_phone_points to turnabout_app;
