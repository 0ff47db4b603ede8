-- The exact text that the mentors sign off, and its hash. Nothing of it changes any more.
create table document_versions (
  organisation_id uuid not null,
  programme_id uuid not null,
  mentee uuid not null,
  version integer not null check (version >= 1),
  state text not null check (state in ('signing', 'replaced', 'released')),
  sha256 bytea not null check (length(sha256) = 32),
  sealed_text bytea not null,
  sent_on date not null,
  -- The day by which whoever took part is asked to answer.
  answer_by date not null,
  released_on date,
  primary key (organisation_id, programme_id, mentee, version),
  constraint document_versions_released_have_a_day check ((released_on is not null) = (state = 'released')),
  foreign key (organisation_id, programme_id, mentee)
    references respondents (organisation_id, programme_id, respondent)
);

alter table document_versions enable row level security;
alter table document_versions force row level security;
create policy document_versions_of_the_organisation on document_versions
  using (organisation_id = current_organisation());
grant select, insert, update, delete on document_versions to turnabout_app;
