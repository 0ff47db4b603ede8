/** Makes the draw from what was fixed and given, and keeps it: encrypted, with its certificate. */
import type { ActionContext } from '../../platform/action.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { writeCertificate } from '../certificate/certificate.ts'
import { type Contributions, sha256 } from '../certificate/hash.ts'
import type { Inputs } from '../certificate/inputs.ts'
import { issueCertificate } from '../certificate/issue-certificate.ts'
import { type MadeDraw, runDraw } from '../certificate/run-draw.ts'
import { changeDraw } from './draw-store.ts'
import type { AllocationDraw, DrawnPair, People } from './model.ts'
import type { FixedInputs } from './prospect.ts'

export type ToRecord = {
  readonly draw: AllocationDraw
  /** All draws of the programme. */
  readonly draws: readonly AllocationDraw[]
  readonly fixed: FixedInputs
  readonly contributions: Contributions
}

/** The caller has decided that it may be drawn, within the same transaction. */
export const recordDraw = async (
  { tx, now: drawnAt }: ActionContext,
  programme: OpenProgramme,
  { draw, draws, fixed, contributions }: ToRecord,
): Promise<MadeDraw & { readonly certificateSha256: string }> => {
  const { number } = draw
  const made = checkedDraw(draw, fixed, contributions)
  const waiting = draws.find(({ state }) => state === 'drawn')
  if (waiting !== undefined)
    await changeDraw(tx, programme, { number: waiting.number, state: 'replaced' })
  const certificate = writeCertificate(
    issueCertificate({
      ...{ programmeId: programme.programmeId, draw, contributions, made, drawnAt },
      ...{ inputs: fixed.inputs, earlier: draws },
    }),
  )
  await changeDraw(tx, programme, {
    ...{ number, state: 'drawn', drawnAt },
    ...{ pairs: pairsOf(made, fixed), certificate },
  })
  return { ...made, certificateSha256: sha256(certificate) }
}

/** Made from exactly what was recorded, or something is broken. */
const checkedDraw = (
  { number, inputsSha256, commitment }: AllocationDraw,
  { text, inputs }: FixedInputs,
  contributions: Contributions,
): MadeDraw => {
  const made = runDraw(inputs, contributions)
  if (!made.ok) throw new Error(`Draw ${number}: ${made.problem.kind}`)
  if (sha256(text) !== inputsSha256 || made.value.inputsSha256 !== inputsSha256)
    throw new Error(`The inputs of draw ${number} are not those that were recorded.`)
  if (made.value.commitment !== commitment)
    throw new Error(`The values of draw ${number} are not those that were committed to.`)
  return made.value
}

const pairsOf = (
  { allocation }: MadeDraw,
  { inputs, people }: FixedInputs,
): readonly DrawnPair[] => {
  const mentorOf = personOf(inputs.mentors, people?.mentors ?? [])
  const menteeOf = personOf(inputs.mentees, people?.mentees ?? [])
  return allocation.pairs.map(({ mentor, mentee }) => ({
    mentorId: mentorOf(mentor),
    menteeId: menteeOf(mentee),
  }))
}

const personOf = (
  labels: Inputs['mentors'],
  people: People['mentors'],
): ((label: string) => string) => {
  const known = new Map(labels.map((label, place) => [label, people[place] ?? null]))
  return (label) => {
    const id = known.get(label) ?? null
    if (id === null) throw new Error(`Nobody stands behind ${label}.`)
    return id
  }
}
