/** A mentee who has read their document, and hands to ask the group about it and to answer as the group. */
import { expect } from 'vitest'
import type { Database } from '../../src/platform/database.ts'
import { listClarifications } from '../../src/sessions/clarifications/clarification-store.ts'
import type { Clarification } from '../../src/sessions/clarifications/model.ts'
import { putDocumentOpening } from '../../src/sessions/document-opening-store.ts'
import type { Somebody } from './hospital.ts'
import {
  agreeAndRelease,
  giveAddresses,
  type SigningOff,
  type SigningOffOptions,
  startSigningOff,
} from './signing-off.ts'
import { send } from './visit.ts'
import type { Server } from './world.ts'

export const thePoint = 'You explain what you do while you do it.'
export const theQuestion = 'Is this about ward rounds, or about clinics as well?'

type Form = Readonly<Record<string, string>>

export type AskingGroup = SigningOff & {
  /** The status of the reply, with what it says. */
  readonly sent: (
    as: Somebody | undefined,
    path: string,
    form?: Form,
  ) => Promise<readonly [number, string]>
  readonly all: () => Promise<readonly Clarification[]>
  /** Asks, and gives the address of the question. */
  readonly ask: (question?: string) => Promise<string>
  readonly passOn: (at: string) => Promise<void>
  /** The facilitator reads what was said, and the turns are over. */
  readonly hear: (at: string) => Promise<void>
  /** Null: nothing to add. */
  readonly takeTurn: (at: string, mentor: number, note: string | null) => Promise<void>
}

export const startAsking = async (
  database: Database,
  server: Server,
  options: SigningOffOptions = {},
): Promise<AskingGroup> => {
  const signing = await startSigningOff(database, {
    ...options,
    rules: { documentShown: 'on_release' },
  })
  await agreeAndRelease(signing)
  const { programmeId, mentee, mentees, mentors, facilitator, change } = signing
  await giveAddresses(signing, [...mentors, ...mentees])
  await change((tx, { organisationId }) =>
    putDocumentOpening(tx, { organisationId, programmeId, menteeId: mentee.personId }),
  )
  const base = `/programmes/${programmeId}/clarifications`
  const sent: AskingGroup['sent'] = async (as, path, form = {}) => {
    const reply = await send(server, path, { as: as ?? null, form })
    return [reply.status, await reply.text()]
  }
  const succeeds = async (as: Somebody | undefined, path: string, form: Form): Promise<void> => {
    const [status] = await sent(as, path, form)
    expect([path, status]).toEqual([path, 303])
  }
  const all: AskingGroup['all'] = () => change((tx, programme) => listClarifications(tx, programme))
  return {
    ...signing,
    ...{ sent, all },
    ask: async (question = theQuestion) => {
      const before = new Set((await all()).map(({ clarificationId }) => clarificationId))
      await succeeds(mentee, `${base}/ask`, { domain: 'strengths', point: thePoint, question })
      const asked = (await all()).find(({ clarificationId }) => !before.has(clarificationId))
      return `${base}/${asked?.clarificationId}`
    },
    passOn: (at) => succeeds(facilitator, `${at}/pass-on`, { text: theQuestion }),
    hear: (at) => succeeds(facilitator, `${at}/hear`, {}),
    takeTurn: (at, mentor, note) => {
      const turn = note === null ? 'nothing' : 'note'
      return succeeds(mentors[mentor], `${at}/turn`, { turn, note: note ?? '' })
    },
  }
}
