/** A programme whose interview has ended and whose documents are written: ready to be signed off. */
import { expect } from 'vitest'
import { insertPairs } from '../../src/allocation/store.ts'
import {
  answerSignOff,
  releaseDocument,
  sendForSignOff,
} from '../../src/interview/documents/signing/actions.ts'
import { loadSignOff } from '../../src/interview/documents/signing/load-sign-off.ts'
import type { SignOff } from '../../src/interview/documents/signing/model.ts'
import { putPoint } from '../../src/interview/documents/writing/draft-store.ts'
import { dayOf } from '../../src/lib/dates.ts'
import type { Database } from '../../src/platform/database.ts'
import { read } from '../../src/platform/database.ts'
import type { Protocol } from '../../src/protocol/model.ts'
import type { Somebody } from './hospital.ts'
import {
  type Interviewing,
  type InterviewingOptions,
  startInterviewing,
} from './interview-under-way.ts'
import { visit } from './visit.ts'
import type { Server } from './world.ts'

export type SigningOff = Interviewing & {
  readonly mentee: Somebody
  /** Adds a point to the document of the first mentee, or of another. */
  readonly write: (text: string, mentee?: Somebody) => Promise<void>
  /** As it is now. */
  readonly look: (mentee?: Somebody) => Promise<SignOff>
  readonly send: (mentee?: Somebody) => ReturnType<typeof sendForSignOff>
  /** About the latest version, unless told. Null: agrees. */
  readonly answer: (
    mentor: Somebody | undefined,
    request?: string | null,
    version?: number,
  ) => ReturnType<typeof answerSignOff>
  readonly release: (version?: number) => ReturnType<typeof releaseDocument>
  /** As if so many days had passed since the latest version was sent. */
  readonly passDays: (days: number) => Promise<void>
}

export type SigningOffOptions = InterviewingOptions & {
  readonly rules?: Partial<Protocol['rules']>
  readonly isOver?: boolean
}

export const publicUrl = 'https://turnabout.example'

export const startSigningOff = async (
  database: Database,
  { rules = {}, isOver = true, ...options }: SigningOffOptions = {},
): Promise<SigningOff> => {
  const changed = (protocol: Protocol): Protocol => ({
    ...protocol,
    rules: { ...protocol.rules, ...rules },
  })
  const interviewing = await startInterviewing(database, { ...options, protocol: changed })
  return signingOffIn(database, interviewing, isOver)
}

/** Where there is an interview. */
export const signingOffIn = async (
  database: Database,
  interviewing: Interviewing,
  isOver = true,
): Promise<SigningOff> => {
  const { change, programmeId, facilitator, mentees } = interviewing
  const scope = {
    ...interviewing.scope,
    actor: { kind: 'staff', id: facilitator.personId } as const,
  }
  const { organisationId, masterKey } = scope
  const mentee = mentees[0] as Somebody
  if (isOver) {
    await change((tx) => tx.updateTable('interviews').set({ state: 'ended' }).execute())
  }
  const write: SigningOff['write'] = (text, about = mentee) =>
    change((tx, programme) => {
      const pointId = crypto.randomUUID()
      const point = { pointId, domain: 'strengths', place: 'a', text, noteIds: [] }
      return putPoint(tx, programme, { menteeId: about.personId, point })
    })
  const look: SigningOff['look'] = async (about = mentee) => {
    const today = dayOf(new Date())
    const asked = { organisationId, masterKey, programmeId, menteeId: about.personId, today }
    const found = await read(database, organisationId, (tx) => loadSignOff(tx, asked))
    if (found === null) throw new Error('There is no such document.')
    return found
  }
  const latest = async (): Promise<number> => (await look()).latest?.version ?? 0
  await write('You explain what you do while you do it.')
  return {
    ...interviewing,
    mentee,
    write,
    look,
    send: async (about = mentee) => {
      const { sha256 } = (await look(about)).current
      const asked = { programmeId, menteeId: about.personId }
      return sendForSignOff(scope, { ...asked, sha256, publicUrl })
    },
    answer: async (mentor, request = null, version) =>
      answerSignOff(scope, {
        programmeId,
        menteeId: mentee.personId,
        participantId: mentor?.personId ?? '',
        version: version ?? (await latest()),
        request,
      }),
    release: async (version) =>
      releaseDocument(scope, {
        programmeId,
        menteeId: mentee.personId,
        version: version ?? (await latest()),
      }),
    passDays: (days) =>
      change(async (tx) => {
        const rows = await tx.selectFrom('documentVersions').selectAll().execute()
        const earlier = (day: string): string =>
          new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)
        for (const { mentee: about, version, sentOn, answerBy } of rows) {
          await tx
            .updateTable('documentVersions')
            .set({ sentOn: earlier(sentOn), answerBy: earlier(answerBy) })
            .where('mentee', '=', about)
            .where('version', '=', version)
            .execute()
        }
      }),
  }
}

type Outcome = { readonly ok: boolean; readonly problem?: { readonly kind: string } }
export const kindOf = (outcome: Outcome): string =>
  outcome.ok ? 'done' : String(outcome.problem?.kind)

export const everybodyAgrees = async ({ answer, mentors }: SigningOff): Promise<void> => {
  for (const mentor of mentors) expect(kindOf(await answer(mentor))).toBe('done')
}

export const agreeAndRelease = async (signing: SigningOff): Promise<void> => {
  expect(kindOf(await signing.send())).toBe('done')
  await everybodyAgrees(signing)
  expect(kindOf(await signing.release())).toBe('done')
}

export const giveAddresses = (
  { change, mentors }: SigningOff,
  some: readonly Somebody[] = mentors,
): Promise<void> =>
  change(async (tx) => {
    for (const { personId } of some) {
      await tx
        .updateTable('participants')
        .set({ email: `${personId}@hospital.example` })
        .where('participantId', '=', personId)
        .execute()
    }
  })

/** The first mentor brings it to the first mentee. */
export const pair = ({ change, mentors, mentee, programmeId }: SigningOff): Promise<string> =>
  change(async (tx, { organisationId }) => {
    const pairId = crypto.randomUUID()
    const people = {
      mentorId: String(mentors[0]?.personId),
      menteeId: mentee.personId,
      drawNumber: null,
    }
    await insertPairs(tx, { organisationId, programmeId }, [{ pairId, label: 'P1', ...people }])
    return pairId
  })

/** Three points for each domain, each as long as points are. */
export const fillUsually = ({ change, mentee }: SigningOff): Promise<void> =>
  change(async (tx, programme) => {
    for (const { id: domain } of programme.protocol.domains) {
      for (const place of ['b', 'c', 'd']) {
        const text =
          'You ask us what we think before you say what you would do, and you let us finish, also when the clinic runs late.'
        const point = { pointId: crypto.randomUUID(), domain, place, text, noteIds: [] }
        await putPoint(tx, programme, { menteeId: mentee.personId, point })
      }
    }
  })

/** The words of a page without its markup. */
export const wordsAt = async (
  server: Server,
  path: string,
  as: Somebody | undefined,
): Promise<string> => {
  const reply = await visit(server, path, { as: as ?? null })
  expect([path, reply.status]).toEqual([path, 200])
  return ((await reply.text()).match(/<main.*<\/main>/s)?.[0] ?? '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}
