/** Closes the willingness for a draw: what goes into it is fixed, and its hash recorded, before anybody gives a value. */
import type { ActionContext } from '../../platform/action.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import type { DrawKind } from '../certificate/certificate.ts'
import { sha256 } from '../certificate/hash.ts'
import { writeInputs } from '../certificate/inputs.ts'
import { rewritePrivateAnswers } from '../willingness/lock-store.ts'
import type { TakingPart } from './collect-inputs.ts'
import { insertDraw, listDraws } from './draw-store.ts'
import { loadInputs } from './load-inputs.ts'
import type { ContributingRole } from './model.ts'

export type Start = {
  readonly kind: DrawKind
  readonly reason: string | null
  readonly askedByRole: ContributingRole
  readonly takingPart: TakingPart
}

export type Started = { readonly number: number; readonly inputsSha256: string }

/** The caller has decided that no draw is under way, within the same transaction. */
export const startDraw = async (
  { tx, now }: ActionContext,
  programme: OpenProgramme,
  { takingPart, ...asked }: Start,
): Promise<Started> => {
  const number = 1 + ((await listDraws(tx, programme)).at(-1)?.number ?? 0)
  const { people, inputs } = await loadInputs(tx, programme, takingPart)
  const text = writeInputs(inputs)
  const inputsSha256 = sha256(text)
  await rewritePrivateAnswers(tx, programme)
  const fixed = { people, inputs: { text, sha256: inputsSha256 }, lockedAt: now }
  await insertDraw(tx, programme, { ...asked, ...fixed, number, mode: 'random' })
  return { number, inputsSha256 }
}
