/** Adding people from a table: pasted or uploaded, checked and shown, then added all at once. */
import { createElement } from 'react'
import * as z from 'zod'
import { writeCsv } from '../../lib/csv.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import { type Reply, type Route, type RouteContext, route } from '../../web/route.ts'
import { addPeople } from './adding-actions.ts'
import { type AddingProblem, sentenceOfAddingProblem } from './adding-problems.ts'
import { ImportPage, PreviewPage } from './import-pages.tsx'
import { findInSurroundings, type InSurroundings } from './load-surroundings.ts'
import { decodeText } from './read-people/decode-text.ts'
import { readPeople } from './read-people/read-people.ts'

const params = z.object({ programme: z.uuid() })
type Params = z.infer<typeof params>
const nothing = z.object({})

/** 5,000 people in UTF-16, or in UTF-8 in any script. */
const limitBytes = 8_000_000

const tableForm = z.object({
  idempotencyKey: z.uuid(),
  text: z.string().optional(),
  file: z.instanceof(File).optional(),
})
const confirmForm = z.object({ idempotencyKey: z.uuid(), text: z.string() })

type Context = RouteContext<Params, unknown>

const load = ({ scope, params, read }: Context): Promise<InSurroundings | null> =>
  read((tx) => findInSurroundings(tx, scope.organisationId, params.programme))

const baseOf = ({ params }: Context): string => `/programmes/${params.programme}/people`

const title = 'Add people from a table'

type Sent = { readonly field: 'file' | 'text'; readonly text: string }
const nothingSent: Sent = { field: 'text', text: '' }

const importPage = (
  context: Context,
  { programme: { protocol } }: InSurroundings,
  { sent, problem }: { readonly sent: Sent; readonly problem: ImportProblem | null },
): Reply => {
  const { faults, total } =
    problem?.kind === 'people_table.faulty' ? problem : { faults: [], total: 0 }
  const sentence = problem === null ? null : sentenceOfImportProblem(problem)
  const page = {
    base: baseOf(context),
    protocol,
    idempotencyKey: context.newKey(),
    text: sent.field === 'text' ? sent.text : '',
    error: sentence === null ? null : { field: sent.field, text: sentence },
    faults,
    total,
  }
  const body = createElement(ImportPage, page)
  return { kind: 'page', title, body, ...(problem === null ? {} : { status: 422 }) }
}

type ImportProblem =
  | AddingProblem
  | RepeatedKeyProblem
  | { readonly kind: 'people_table.absent' }
  | { readonly kind: 'people_table.two_ways' }

const sentenceOfImportProblem = (problem: ImportProblem): string => {
  switch (problem.kind) {
    case 'people_table.absent':
      return 'Paste a table, or choose a file'
    case 'people_table.two_ways':
      return 'Paste a table or choose a file, not both'
    default:
      return sentenceOfAddingProblem(problem)
  }
}

/** What was pasted, or what stands in the file. */
const textOf = async ({
  text = '',
  file,
}: z.infer<typeof tableForm>): Promise<Result<Sent, ImportProblem>> => {
  const isPasted = text.trim() !== ''
  const isUploaded = file !== undefined && file.size > 0
  if (isPasted && isUploaded) return fail({ kind: 'people_table.two_ways' })
  if (isPasted) return ok({ field: 'text', text })
  if (!isUploaded) return fail({ kind: 'people_table.absent' })
  const decoded = decodeText(new Uint8Array(await file.arrayBuffer()))
  return decoded.ok ? ok({ field: 'file', text: decoded.value }) : decoded
}

const show = async (context: Context): Promise<Reply> => {
  const loaded = await load(context)
  if (loaded === null) return { kind: 'not_found' }
  return importPage(context, loaded, { sent: nothingSent, problem: null })
}

const check = async (context: RouteContext<Params, z.infer<typeof tableForm>>): Promise<Reply> => {
  const loaded = await load(context)
  if (loaded === null) return { kind: 'not_found' }
  const sent = await textOf(context.input)
  if (!sent.ok) {
    const field = context.input.file?.size ? 'file' : 'text'
    const kept: Sent = { field, text: context.input.text ?? '' }
    return importPage(context, loaded, { sent: kept, problem: sent.problem })
  }
  const table = readPeople(sent.value.text, loaded.surroundings)
  if (!table.ok) return importPage(context, loaded, { sent: sent.value, problem: table.problem })
  const { programme, surroundings } = loaded
  const names = new Map(surroundings.people.map((one) => [one.participantId, one.name]))
  const page = {
    base: baseOf(context),
    protocol: programme.protocol,
    idempotencyKey: context.newKey(),
    table: table.value,
    text: sent.value.text,
    nameOf: (participantId: string) => names.get(participantId) ?? '',
  }
  return { kind: 'page', title: 'Check the people', body: createElement(PreviewPage, page) }
}

const confirm = async (
  context: RouteContext<Params, z.infer<typeof confirmForm>>,
): Promise<Reply> => {
  const { params, scope, input } = context
  const added = await addPeople(scope, {
    programmeId: params.programme,
    choose: (surroundings) => {
      const table = readPeople(input.text, surroundings)
      return table.ok ? ok(table.value.people) : table
    },
  })
  if (added.ok) return { kind: 'redirect', to: `${baseOf(context)}?added=${added.value.count}` }
  const loaded = await load(context)
  if (loaded === null) return { kind: 'not_found' }
  const sent: Sent = { field: 'text', text: input.text }
  return importPage(context, loaded, { sent, problem: added.problem })
}

const template = writeCsv(
  ['Role', 'Name', 'Email', 'Permanent id', 'Supervisor'],
  [
    ['mentee', 'Dr Alex Example', 'alex@hospital.example', '1234567', null],
    ['mentor', 'Dr Sam Sample', 'sam@hospital.example', '7654321', '1234567'],
  ],
)

const path = '/programmes/:programme/people/import'

export const importRoutes: readonly Route[] = [
  route({ method: 'GET', path, who: ['lead'], params, input: nothing, handle: show }),
  route({
    method: 'POST',
    path,
    who: ['lead'],
    params,
    input: tableForm,
    limitBytes,
    handle: check,
  }),
  route({
    method: 'POST',
    path: `${path}/confirm`,
    who: ['lead'],
    params,
    input: confirmForm,
    limitBytes,
    handle: confirm,
  }),
  route({
    method: 'GET',
    path: `${path}/template`,
    who: ['lead'],
    params,
    input: nothing,
    handle: async () => ({
      kind: 'file',
      // The mark at the start tells spreadsheet programs that this is UTF-8.
      body: `\uFEFF${template}`,
      type: 'text/csv; charset=utf-8',
      name: 'people.csv',
    }),
  }),
]
