-- Free text, encrypted with the programme key. `label` is what exports call it.
create table comments (
  organisation_id uuid not null,
  programme_id uuid not null,
  comment_id uuid not null,
  label text not null,
  respondent uuid not null,
  stage integer not null check (stage >= 1),
  question text not null,
  sealed_text bytea not null,
  primary key (organisation_id, programme_id, comment_id),
  constraint comments_one_per_label unique (organisation_id, programme_id, label),
  foreign key (organisation_id, programme_id, respondent)
    references respondents (organisation_id, programme_id, respondent)
);

alter table comments enable row level security;
alter table comments force row level security;
create policy comments_of_the_organisation on comments
  using (organisation_id = current_organisation());
grant select, insert, update, delete on comments to turnabout_app;
