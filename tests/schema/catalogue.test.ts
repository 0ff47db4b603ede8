/** Whatever differs between two databases is seen in their catalogues. */
import { expect, test } from 'vitest'
import { withClient } from '../../src/platform/connections.ts'
import { emptyDatabase } from '../support/empty-database.ts'
import { catalogueOf } from './catalogue.ts'
import { withDatabaseOf } from './database-of.ts'

const changes = [
  'create table visits (visit_id uuid)',
  'alter table pairs add column note text',
  'alter table pairs alter column label type varchar(10)',
  'alter table pairs alter column label drop not null',
  "alter table pairs alter column label set default 'a'",
  'alter table pairs rename column label to name',
  'alter table pairs drop constraint pairs_one_per_label',
  "alter table pairs add constraint pairs_have_a_label check (label <> '')",
  'create index pairs_by_label on pairs (label)',
  'alter table pairs disable row level security',
  'alter table pairs no force row level security',
  'drop policy pairs_of_the_organisation on pairs',
  'alter policy pairs_of_the_organisation on pairs using (true)',
  'alter policy pairs_of_the_organisation on pairs to turnabout_app',
  'grant truncate on pairs to turnabout_app',
  'grant select on pairs to public',
  'grant select (label) on pairs to public',
  'drop trigger audit_entries_are_chained on audit_entries',
  'alter table audit_entries disable trigger audit_entries_are_chained',
  'create or replace function current_organisation() returns uuid language sql return gen_random_uuid()',
  'revoke execute on function current_organisation() from public',
  "create type moods as enum ('good')",
  'create view labels as select label from pairs',
  'create sequence visit_numbers',
  'grant create on schema public to turnabout_app',
  'alter default privileges grant select on tables to public',
]

test('each change of a table, a right or a function shows in the catalogue', async () => {
  const unseen = await withDatabaseOf(emptyDatabase, (owner) =>
    withClient(owner, async (client) => {
      const before = JSON.stringify(await catalogueOf(client))
      const same: string[] = []
      for (const change of changes) {
        await client.query(`begin; ${change}`)
        if (JSON.stringify(await catalogueOf(client)) === before) same.push(change)
        await client.query('rollback')
      }
      return same
    }),
  )
  expect(unseen).toEqual([])
})
