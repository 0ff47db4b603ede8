/** What is handed out about a draw: how it was made and by whose chance, without names and without willingness. */
import * as z from 'zod'
import { objectives, supervisorRules } from '../model.ts'
import { algorithm } from './hash.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits')
const role = z.enum(['lead', 'facilitator'])
const whole = z.int().min(0)
const moment = z.iso.datetime()
/** One line, or the text that is committed could be read in two ways. */
const value = z.string().regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u, 'one line')

export const drawKinds = ['first', 'again', 'departure'] as const
export type DrawKind = (typeof drawKinds)[number]

/** A draw that was made before this one, in the same programme. */
const earlierDraw = z.strictObject({
  number: z.int().min(1),
  kind: z.enum(drawKinds),
  mode: z.enum(['random', 'chosen']),
  reason: z.string().nullable(),
  /** `replaced`: another draw was made instead, before anybody was told. */
  state: z.enum(['published', 'replaced']),
  askedBy: role,
  drawnAt: moment,
  inputsSha256: hash.nullable(),
  commitment: hash.nullable(),
  resultSha256: hash,
})
export type EarlierDraw = z.infer<typeof earlierDraw>

const common = {
  format: z.literal('turnabout-allocation-certificate/1'),
  programme: z.uuid(),
  number: z.int().min(1),
  kind: z.enum(drawKinds),
  /** Of another draw, or of one for whoever was without a partner. */
  reason: z.string().nullable(),
  askedBy: role,
  drawnAt: moment,
  /** Who took part, and how many pairs came of it. */
  mentors: whole,
  mentees: whole,
  pairs: whole,
  earlier: z.array(earlierDraw),
} as const

const diagnostics = z.strictObject({
  walks: whole,
  steps: whole,
  scaleReduction: z.number().nullable(),
  keptFromStart: z.number(),
})

const randomCertificate = z.strictObject({
  ...common,
  mode: z.literal('random'),
  algorithm: z.literal(algorithm),
  lockedAt: moment,
  supervisorRule: z.enum(supervisorRules),
  objective: z.enum(objectives).nullable(),
  severalPartners: z.enum(['mentors', 'mentees']).nullable(),
  inputsSha256: hash,
  contributions: z.strictObject({ lead: value, facilitator: value }),
  commitment: hash,
  seed: hash,
  method: z.enum(['exact', 'rejection', 'chain']),
  /** How many pairings were possible, as a decimal number; null: not counted. */
  count: z
    .string()
    .regex(/^[1-9]\d*$/)
    .nullable(),
  /** How many of the pairs every possible pairing has. */
  forced: whole,
  diagnostics: z.array(diagnostics),
  resultSha256: hash,
})
export type RandomCertificate = z.infer<typeof randomCertificate>

/** The coordinator chose the pairs: nothing was left to chance, and nothing can be recomputed. */
const chosenCertificate = z.strictObject({
  ...common,
  mode: z.literal('chosen'),
  resultSha256: hash,
})
export type ChosenCertificate = z.infer<typeof chosenCertificate>

export const certificateSchema = z.discriminatedUnion('mode', [
  randomCertificate,
  chosenCertificate,
])
export type Certificate = z.infer<typeof certificateSchema>

/** As it is handed out, byte for byte. */
export const writeCertificate = (certificate: Certificate): string =>
  `${JSON.stringify(certificateSchema.parse(certificate), null, 2)}\n`
