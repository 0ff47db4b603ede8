/** What is possible with the inputs that are fixed: looked at before anybody gives a value. */
import type { Result } from '../../lib/result.ts'
import type { Transaction } from '../../platform/database.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { allocationInputOf, type Inputs, inputsSchema } from '../certificate/inputs.ts'
import type { AllocationInput, AllocationProblem } from '../model.ts'
import { type Draw, prepareDraw } from '../rules.ts'
import { findInputs, findPeople } from './draw-store.ts'
import type { People } from './model.ts'

export type FixedInputs = {
  /** Word for word, as hashed. */
  readonly text: string
  readonly inputs: Inputs
  /** Null: forgotten, because somebody in the draw left and asked for that. */
  readonly people: People | null
}

/** Of a draw that was not reopened: its inputs are there, or something is broken. */
export const loadFixedInputs = async (
  tx: Transaction,
  programme: OpenProgramme,
  number: number,
): Promise<FixedInputs> => {
  const text = await findInputs(tx, programme, number)
  if (text === null) throw new Error(`Draw ${number} has no inputs.`)
  const people = await findPeople(tx, programme, number)
  return { text, inputs: inputsSchema.parse(JSON.parse(text)), people }
}

export type Prospect = {
  readonly input: AllocationInput
  readonly draw: Result<Draw, AllocationProblem>
}

export const prospectOf = ({ inputs }: FixedInputs): Prospect => {
  const input = allocationInputOf(inputs)
  return { input, draw: prepareDraw(input) }
}
