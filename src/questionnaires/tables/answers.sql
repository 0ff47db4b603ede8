-- Answers to single items: a choice, or a number as written.
create table answers (
  organisation_id uuid not null,
  programme_id uuid not null,
  respondent uuid not null,
  stage integer not null check (stage >= 1),
  item text not null,
  answer text not null,
  primary key (organisation_id, programme_id, respondent, stage, item),
  foreign key (organisation_id, programme_id, respondent)
    references respondents (organisation_id, programme_id, respondent)
);

alter table answers enable row level security;
alter table answers force row level security;
create policy answers_of_the_organisation on answers
  using (organisation_id = current_organisation());
grant select, insert, update, delete on answers to turnabout_app;
