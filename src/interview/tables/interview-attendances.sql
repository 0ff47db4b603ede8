-- Who was in the room. Nothing that anybody said there is joined to this.
create table interview_attendances (
  organisation_id uuid not null,
  programme_id uuid not null,
  sitting integer not null,
  participant_id uuid not null,
  agrees_to_recording boolean not null,
  primary key (organisation_id, programme_id, sitting, participant_id),
  foreign key (organisation_id, programme_id, sitting)
    references interview_sittings (organisation_id, programme_id, sitting),
  foreign key (organisation_id, programme_id, participant_id)
    references participants (organisation_id, programme_id, participant_id)
);

alter table interview_attendances enable row level security;
alter table interview_attendances force row level security;
create policy interview_attendances_of_the_organisation on interview_attendances
  using (organisation_id = current_organisation());
grant select, insert, update, delete on interview_attendances to turnabout_app;
