/** A certificate from its text, whoever hands it in. */
import * as z from 'zod'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type Certificate, certificateSchema } from './certificate.ts'
import type { UnreadableProblem } from './certificate-problems.ts'
import { algorithm } from './hash.ts'
import { inputsSchema } from './inputs.ts'

type Named = UnreadableProblem['text']

const versions = {
  certificate: { format: 'turnabout-allocation-certificate/1', algorithm },
  inputs: { format: 'turnabout-allocation-inputs/1' },
} as const satisfies Record<Named, object>

export const readCertificate = (text: string): Result<Certificate, UnreadableProblem> =>
  read('certificate', text, certificateSchema)

export const readInputs = (text: string): Result<z.infer<typeof inputsSchema>, UnreadableProblem> =>
  read('inputs', text, inputsSchema)

const read = <Schema extends z.ZodType>(
  named: Named,
  text: string,
  schema: Schema,
): Result<z.infer<Schema>, UnreadableProblem> => {
  const json = jsonIn(named, text)
  if (!json.ok) return json
  const other = otherVersion(named, json.value)
  if (other !== null) return fail(other)
  const parsed = schema.safeParse(json.value)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  return fail({
    kind: 'allocation.field_not_understood',
    text: named,
    ...(issue === undefined ? { place: '', fault: '' } : faultOf(issue, json.value)),
  })
}

const jsonIn = (named: Named, text: string): Result<unknown, UnreadableProblem> => {
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return fail({ kind: 'allocation.not_json', text: named, fault: error.message })
  }
}

const versioned = z.looseObject({ format: z.string(), algorithm: z.string().optional() })

/** Null: of a version that is known here, or nothing that tells its version. */
const otherVersion = (named: Named, json: unknown): UnreadableProblem | null => {
  const parsed = versioned.safeParse(json)
  if (!parsed.success) return null
  const known: Readonly<Record<string, string>> = versions[named]
  const places = ['format', 'algorithm'] as const
  for (const place of places) {
    const found = parsed.data[place]
    const expected = known[place]
    if (found !== undefined && expected !== undefined && found !== expected)
      return { kind: 'allocation.version_not_known', text: named, place, found, expected }
  }
  return null
}

type Fault = { readonly place: string; readonly fault: string }

const faultOf = (issue: z.core.$ZodIssue, json: unknown): Fault => {
  const place = issue.path.join('.')
  if (issue.code === 'unrecognized_keys')
    return { place: [...issue.path, issue.keys[0] ?? ''].join('.'), fault: 'does not belong there' }
  return isThere(json, issue.path)
    ? { place, fault: `is not as it must be (${issue.message})` }
    : { place, fault: 'is missing' }
}

const isThere = (json: unknown, path: readonly PropertyKey[]): boolean => {
  let within: unknown = json
  for (const key of path) {
    if (typeof within !== 'object' || within === null || !(key in within)) return false
    within = Reflect.get(within, key)
  }
  return true
}
