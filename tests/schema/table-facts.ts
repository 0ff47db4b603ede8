/** What PostgreSQL knows of each table of ours, in the form in which the tests ask for it. */
import type { Client } from 'pg'

export type ForeignKey = {
  readonly name: string
  readonly columns: readonly string[]
  readonly table: string
  readonly targetColumns: readonly string[]
}

export type Policy = {
  readonly name: string
  /** '*' all, 'r' select, 'a' insert, 'w' update, 'd' delete. */
  readonly command: string
  readonly isPermissive: boolean
  readonly using: string | null
  readonly withCheck: string | null
}

export type Column = {
  readonly name: string
  readonly type: string
  readonly default: string | null
  readonly identity: string
}

export type TableFacts = {
  readonly name: string
  readonly owner: string
  readonly isSecured: boolean
  readonly isForced: boolean
  readonly primaryKey: readonly string[]
  readonly foreignKeys: readonly ForeignKey[]
  readonly policies: readonly Policy[]
  readonly columns: readonly Column[]
  /** What the app may do with it. */
  readonly appRights: readonly string[]
}

const namesOf = (table: string, columns: string): string => `(
  select json_agg(attname order by place)
  from unnest(${columns}) with ordinality as key (number, place)
  join pg_attribute on attrelid = ${table} and attnum = key.number)`

const each = (parts: string, from: string): string =>
  `coalesce((select json_agg(json_build_object(${parts}) order by 1) from ${from}), '[]')`

const rights = [
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'TRUNCATE',
  'REFERENCES',
  'TRIGGER',
  'MAINTAIN',
]

const query = `
  select relname as name, relowner::regrole::text as owner,
    relrowsecurity as "isSecured", relforcerowsecurity as "isForced",
    coalesce((select ${namesOf('conrelid', 'conkey')} from pg_constraint
      where conrelid = tab.oid and contype = 'p'), '[]') as "primaryKey",
    ${each(
      `'name', conname, 'columns', ${namesOf('conrelid', 'conkey')},
       'table', confrelid::regclass::text, 'targetColumns', ${namesOf('confrelid', 'confkey')}`,
      "pg_constraint where conrelid = tab.oid and contype = 'f'",
    )} as "foreignKeys",
    ${each(
      `'name', polname, 'command', polcmd, 'isPermissive', polpermissive,
       'using', pg_get_expr(polqual, polrelid), 'withCheck', pg_get_expr(polwithcheck, polrelid)`,
      'pg_policy where polrelid = tab.oid',
    )} as policies,
    ${each(
      `'name', attname, 'type', format_type(atttypid, atttypmod),
       'default', pg_get_expr(adbin, adrelid), 'identity', attidentity`,
      `pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
       where attrelid = tab.oid and attnum > 0 and not attisdropped`,
    )} as columns,
    (select json_agg(privilege) from unnest($1::text[]) privilege
      where has_table_privilege('turnabout_app', tab.oid, privilege)) as "appRights"
  from pg_class tab
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not like 'kysely_%'
  order by relname`

export const tableFactsOf = async (client: Client): Promise<readonly TableFacts[]> =>
  (await client.query<TableFacts>(query, [rights])).rows
