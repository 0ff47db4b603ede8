-- Whom a mentor is willing to mentor: both under pseudonyms, nobody but the draw looks at a row.
create table willingness (
  organisation_id uuid not null,
  programme_id uuid not null,
  mentor uuid not null,
  mentee uuid not null,
  is_willing boolean not null,
  -- 1 is the first choice; null: not ranked.
  rank integer check (rank >= 1),
  primary key (organisation_id, programme_id, mentor, mentee),
  constraint willingness_is_ranked_where_it_is_given check (rank is null or is_willing),
  constraint willingness_of_a_mentor foreign key (organisation_id, programme_id, mentor)
    references respondents (organisation_id, programme_id, respondent),
  constraint willingness_for_a_mentee foreign key (organisation_id, programme_id, mentee)
    references respondents (organisation_id, programme_id, respondent)
);

alter table willingness enable row level security;
alter table willingness force row level security;
create policy willingness_of_the_organisation on willingness
  using (organisation_id = current_organisation());
grant select, insert, update, delete on willingness to turnabout_app;
