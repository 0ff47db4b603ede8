/** All that a draw depends on, under labels (M1, C1 …) that are given anew, by chance, for each draw. */
import * as z from 'zod'
import { type AllocationInput, objectives, type Pair, supervisorRules } from '../model.ts'

const label = z.string().min(1)
const pairs = z.array(z.tuple([label, label]))

export const inputsSchema = z.strictObject({
  format: z.literal('turnabout-allocation-inputs/1'),
  /** 64 hexadecimal digits of chance, so that nobody can guess the willingness from the hash. */
  salt: z.string().regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits'),
  mentors: z.array(label),
  mentees: z.array(label),
  /** Mentor, mentee. */
  willing: pairs,
  supervised: pairs,
  supervisorRule: z.enum(supervisorRules),
  /** By the lead or by a mentee's veto. */
  excluded: pairs,
  capacity: z
    .strictObject({ side: z.enum(['mentors', 'mentees']), most: z.record(label, z.int().min(1)) })
    .nullable(),
  preferences: z
    .strictObject({
      objective: z.enum(objectives),
      ranked: z.array(z.tuple([label, label, z.int().min(1)])),
    })
    .nullable(),
})

export type Inputs = z.infer<typeof inputsSchema>

/** The exact text whose SHA-256 stands in the certificate. */
export const writeInputs = (inputs: Inputs): string =>
  `${JSON.stringify(inputsSchema.parse(inputs))}\n`

const pairOf = ([mentor, mentee]: readonly [string, string, ...unknown[]]): Pair => ({
  mentor,
  mentee,
})

export const allocationInputOf = (inputs: Inputs): AllocationInput => ({
  mentors: inputs.mentors,
  mentees: inputs.mentees,
  willing: inputs.willing.map(pairOf),
  supervised: inputs.supervised.map(pairOf),
  supervisorRule: inputs.supervisorRule,
  excluded: inputs.excluded.map(pairOf),
  ...(inputs.capacity === null ? {} : { capacity: inputs.capacity }),
  ...(inputs.preferences === null ? {} : { preferences: preferencesOf(inputs.preferences) }),
})

const preferencesOf = ({ objective, ranked }: NonNullable<Inputs['preferences']>) => ({
  objective,
  ranked: ranked.map(([mentor, mentee, rank]) => ({ mentor, mentee, rank })),
})
