/** allocation.json: how the pairs came about. The certificates stand in it word for word, so that they can be verified. */
import * as z from 'zod'
import { sentenceOfUnreadable } from '../../../allocation/certificate/certificate-problems.ts'
import { readCertificate } from '../../../allocation/certificate/read-certificate.ts'
import type { RecordedDraw, StudyAllocation, StudySession } from '../../study.ts'
import type { ErrorList } from './errors.ts'
import type { ResourceFile } from './read-resources.ts'

const format = 'turnabout-allocation/1'

const schema = z.strictObject({
  format: z.literal(format),
  draws: z.array(
    z.discriminatedUnion('state', [
      z.strictObject({
        state: z.literal('published'),
        publishedAt: z.iso.datetime(),
        certificate: z.string(),
      }),
      z.strictObject({ state: z.literal('replaced'), certificate: z.string() }),
    ]),
  ),
  pairs: z.array(
    z.strictObject({
      pair: z.string().min(1),
      draw: z.int().min(1).nullable(),
      hasEnded: z.boolean(),
    }),
  ),
})
type AllocationJson = z.infer<typeof schema>

export const allocationJson = ({ draws, pairs }: StudyAllocation): AllocationJson => ({
  format,
  draws: draws.map(({ state, publishedAt, text: certificate }) =>
    state === 'published' && publishedAt !== null
      ? { state, publishedAt, certificate }
      : { state: 'replaced', certificate },
  ),
  pairs: pairs.map((one) => ({ ...one })),
})

/** Null, with the errors recorded, when something is wrong with it. */
export const readAllocation = (
  { file, bytes }: ResourceFile,
  sessions: readonly StudySession[],
  errors: ErrorList,
): StudyAllocation | null => {
  const found: string[] = []
  const json = parsed(bytes, found)
  const draws = json === null ? [] : readDraws(json.draws, found)
  if (json !== null) found.push(...faultsOf(json, draws, sessions))
  for (const sentence of found) errors.add({ file, row: null, column: null, sentence })
  return json === null || found.length > 0 ? null : { draws, pairs: json.pairs }
}

const parsed = (bytes: Uint8Array, found: string[]): AllocationJson | null => {
  const json = jsonIn(new TextDecoder().decode(bytes))
  const allocation = schema.safeParse(json)
  if (allocation.success) return allocation.data
  const [issue] = allocation.error.issues
  found.push(
    json === undefined
      ? 'the file is not JSON; mend it'
      : `“${issue?.path.join('.') ?? ''}” is not as it was exported (${issue?.message ?? ''}); take the file as it was`,
  )
  return null
}

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return undefined
  }
}

const readDraws = (draws: AllocationJson['draws'], found: string[]): readonly RecordedDraw[] =>
  draws.flatMap((draw) => {
    const certificate = readCertificate(draw.certificate)
    if (!certificate.ok) {
      found.push(sentenceOfUnreadable(certificate.problem).replace(/\.$/, ''))
      return []
    }
    const publishedAt = draw.state === 'published' ? draw.publishedAt : null
    const { state, certificate: text } = draw
    return [{ state, publishedAt, text, certificate: certificate.value }]
  })

const faultsOf = (
  { pairs }: AllocationJson,
  draws: readonly RecordedDraw[],
  sessions: readonly StudySession[],
): readonly string[] => {
  const numbers = draws.map(({ certificate }) => certificate.number)
  const known = new Set(sessions.map(({ pair }) => pair))
  const isRising = numbers.every((number, place) => number > (numbers[place - 1] ?? 0))
  return [
    ...(isRising ? [] : ['the draws do not stand in the order of their numbers; keep each once']),
    ...pairs.flatMap(({ pair, draw }, place) => [
      ...(known.has(pair) ? [] : [`the pair “${pair}” is not in the sessions file; take it out`]),
      ...(pairs.findIndex((one) => one.pair === pair) === place
        ? []
        : [`the pair “${pair}” stands here twice; keep one`]),
      ...(draw === null || numbers.includes(draw)
        ? []
        : [`the pair “${pair}” is of draw ${draw}, which is not here; add its certificate`]),
    ]),
  ]
}
