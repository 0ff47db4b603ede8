/**
 * Everything that PostgreSQL knows of a database's tables, as lines of text: two databases have the same tables where
 * the lines are the same. The order of columns is left out: a migration can only add one at the end.
 */
import type { Client } from 'pg'

const ours = (schema: string): string => `${schema}.nspname = 'public'`
/** Of the migrator, which keeps its own record. */
const notTheMigrators = "relation.relname not like 'kysely_%'"
const sorted = (acl: string): string => `array(select unnest(${acl})::text order by 1)`

const relations = `
  pg_class relation join pg_namespace schema on schema.oid = relation.relnamespace
    and ${ours('schema')} and ${notTheMigrators}`

/** Each gives lines of the form: kind, name, what there is to say. */
const queries: readonly string[] = [
  `select format('%s %s: owner %s, row security %s, forced %s, %s, rights %s', relation.relkind, relname,
     relowner::regrole, relrowsecurity, relforcerowsecurity, relpersistence, ${sorted('relacl')}) as line
   from ${relations} where relkind not in ('i', 'I')`,
  `select format('column %s.%s: %s, not null %s, default %s, identity "%s", generated "%s", collation %s, rights %s',
     relname, attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid),
     attidentity, attgenerated, attcollation::regcollation, ${sorted('attacl')}) as line
   from ${relations} join pg_attribute on attrelid = relation.oid and attnum > 0 and not attisdropped
     left join pg_attrdef on adrelid = attrelid and adnum = attnum
   where relkind not in ('i', 'I')`,
  `select format('constraint %s on %s: %s', conname, relname, pg_get_constraintdef(con.oid)) as line
   from ${relations} join pg_constraint con on conrelid = relation.oid`,
  `select format('index on %s: %s', relname, pg_get_indexdef(indexrelid)) as line
   from ${relations} join pg_index on indrelid = relation.oid`,
  `select format('policy %s on %s: for "%s", permissive %s, to %s, using %s, with check %s', polname, relname,
     polcmd, polpermissive, polroles::regrole[], pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) as line
   from ${relations} join pg_policy on polrelid = relation.oid`,
  `select format('trigger on %s: %s, enabled "%s"', relname, pg_get_triggerdef(tri.oid), tgenabled) as line
   from ${relations} join pg_trigger tri on tgrelid = relation.oid and not tgisinternal`,
  `select format('view %s: %s', relname, pg_get_viewdef(relation.oid)) as line
   from ${relations} where relkind in ('v', 'm')`,
  `select format('function: %s, owner %s, rights %s', pg_get_functiondef(fun.oid), proowner::regrole, ${sorted('proacl')}) as line
   from pg_proc fun join pg_namespace schema on schema.oid = pronamespace and ${ours('schema')} where prokind <> 'a'`,
  `select format('type %s: %s %s', typname, typtype, array(select enumlabel from pg_enum where enumtypid = typ.oid order by enumsortorder)) as line
   from pg_type typ join pg_namespace schema on schema.oid = typnamespace and ${ours('schema')} where typtype in ('e', 'd', 'r')`,
  `select format('schema %s: owner %s, rights %s', nspname, nspowner::regrole, ${sorted('nspacl')}) as line
   from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'`,
  `select format('extension %s %s', extname, extversion) as line from pg_extension`,
  `select format('rights from now on: %s %s %s', defaclrole::regrole, defaclobjtype, defaclacl) as line from pg_default_acl`,
]

export const catalogueOf = async (client: Client): Promise<readonly string[]> => {
  const lines: string[] = []
  for (const query of queries) {
    const { rows } = await client.query<{ line: string }>(query)
    lines.push(...rows.map(({ line }) => line))
  }
  return lines.toSorted()
}
