-- The organisation in whose name this transaction reads and writes; null (which matches nothing) outside one.
create function current_organisation() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.organisation', true), '')::uuid;
