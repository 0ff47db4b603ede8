/** A programme in which draws are made: as the lead and the facilitator make them, or as the coordinator chooses. */
import { writeCertificate } from '../../src/allocation/certificate/certificate.ts'
import { issueChosenCertificate } from '../../src/allocation/certificate/issue-certificate.ts'
import {
  askAgain,
  giveValue,
  lockWillingness,
  makeDraw,
} from '../../src/allocation/procedure/actions.ts'
import { changeDraw, insertDraw } from '../../src/allocation/procedure/draw-store.ts'
import type { Result } from '../../src/lib/result.ts'
import type { Allocating } from './allocation-under-way.ts'
import { succeeded } from './succeeded.ts'

/** Both values are given and the draw is made. */
const drawLocked = async (
  { programmeId, lead, facilitator, scopeOf }: Allocating,
  number: number,
): Promise<number> => {
  const given = { programmeId, number }
  const values = { role: 'lead', value: '4 2 6 6 1 3 5 2' } as const
  succeeded(await giveValue(scopeOf(lead), { ...given, ...values }))
  const other = { role: 'facilitator', value: 'heads, tails, tails, heads' } as const
  succeeded(await giveValue(scopeOf(facilitator), { ...given, ...other }))
  succeeded(await makeDraw(scopeOf(facilitator), given))
  return number
}

type Numbered = Result<{ readonly number: number }>

const locked = (allocating: Allocating): Promise<Numbered> =>
  lockWillingness(allocating.scopeOf(allocating.lead), { programmeId: allocating.programmeId })

/** The willingness is closed, and nothing else. @returns the draw's number */
export const lock = async (allocating: Allocating): Promise<number> =>
  succeeded(await locked(allocating)).number

export const draw = async (allocating: Allocating): Promise<number> =>
  drawLocked(allocating, await lock(allocating))

export const drawAgain = async (
  allocating: Allocating,
  number: number,
  reason: string,
): Promise<number> => {
  const { programmeId, facilitator, scopeOf } = allocating
  const asked = await askAgain(scopeOf(facilitator), { programmeId, number, reason })
  return drawLocked(allocating, succeeded(asked).number)
}

/** The first mentor and the first mentee, and so on: as the coordinator's mode leaves it. */
export const choose = async ({
  programmeId,
  mentors,
  mentees,
  change,
}: Allocating): Promise<number> => {
  const pairs = mentees.map(({ personId: menteeId }, place) => ({
    mentorId: mentors[place]?.personId ?? '',
    menteeId,
  }))
  const drawnAt = new Date('2026-10-09T10:30:00Z')
  const draw = { number: 1, kind: 'first', reason: null } as const
  const certificate = issueChosenCertificate({
    ...{ ...draw, programmeId, askedBy: 'lead', drawnAt, pairs, salt: 'a'.repeat(64) },
    ...{ mentors: mentors.length, mentees: mentees.length, earlier: [] },
  })
  await change(async (tx, programme) => {
    const people = { mentors: [], mentees: [] }
    const by = { mode: 'chosen', askedByRole: 'lead', lockedAt: drawnAt } as const
    await insertDraw(tx, programme, { ...draw, ...by, people, inputs: null })
    const text = writeCertificate(certificate)
    await changeDraw(tx, programme, {
      number: 1,
      state: 'drawn',
      certificate: text,
      drawnAt,
      pairs,
    })
  })
  return 1
}
