/** An interview that mentors follow on their phones: what a phone, and the facilitator, send. */
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Note } from '../../src/interview/model.ts'
import { type Database, read } from '../../src/platform/database.ts'
import { respondentOf } from '../../src/platform/keys.ts'
import type { Somebody } from './hospital.ts'
import {
  type Interviewing,
  type InterviewingOptions,
  startInterviewing,
} from './interview-under-way.ts'
import { send, visit, wordsOf } from './visit.ts'
import { type Server, serverOn } from './world.ts'

export type Following = Interviewing & {
  readonly server: Server
  readonly at: (path: string) => string
  readonly page: (person: Somebody, path?: string) => Promise<string>
  readonly sendPoint: (person: Somebody, text: string, key?: string) => Promise<Response>
  readonly vote: (person: Somebody, noteId: string, seen?: 'yes' | 'no') => Promise<Response>
  readonly showPoints: (key?: string) => Promise<Response>
  readonly speakAbout: (mentee: Somebody, since?: Date | null) => Promise<void>
  /** Pages of every kind of person, without ids: nobody speaks, so that no clock runs on them. */
  readonly views: (mentor: Somebody | undefined) => Promise<readonly string[]>
}

export const domain = 'strengths'

export const startFollowing = async (
  database: Database,
  options: InterviewingOptions = {},
): Promise<Following> => {
  const interviewing = await startInterviewing(database, options)
  const { programmeId, programmeKey, mentees, facilitator, scope } = interviewing
  const server = serverOn(database)
  const at = (path: string) => `/programmes/${programmeId}/interview${path}`
  const about = mentees[0]?.personId ?? ''
  const keyed = (key: string = crypto.randomUUID()) => ({ idempotencyKey: key })
  const speakAbout = (mentee: Somebody, currentSince: Date | null = new Date()) =>
    interviewing.change(async (tx) => {
      const currentMentee = respondentOf(programmeKey, mentee.personId)
      await tx
        .updateTable('interviews')
        .set({ currentMentee, currentDomain: domain, currentSince })
        .where('organisationId', '=', scope.organisationId)
        .where('programmeId', '=', programmeId)
        .execute()
    })
  if (mentees[0] !== undefined) await speakAbout(mentees[0])
  return {
    ...{ ...interviewing, server, at, speakAbout },
    page: async (person, path = '/follow') => {
      const reply = await visit(server, at(path), { as: person })
      expect(reply.status).toBe(200)
      return reply.text()
    },
    sendPoint: (person, text, key) => {
      const form = { ...keyed(key), mentee: about, domain, text }
      return send(server, at('/points'), { as: person, form })
    },
    vote: (person, note, seen = 'yes') =>
      send(server, at('/ballots'), { as: person, form: { note, seen } }),
    views: async (mentor) => {
      const [lead, mentee] = [interviewing.lead, mentees[0]]
      if (mentee !== undefined) await speakAbout(mentee, null)
      const pages = [
        [facilitator, '/interview'],
        [facilitator, '/interview/board'],
        [mentor, '/interview/follow'],
        ...[lead, mentee, mentor, interviewing.administrator].map((one) => [one, ''] as const),
      ] as const
      const replies = pages.map(([as = null, path]) =>
        visit(server, `/programmes/${programmeId}${path}`, { as }).then(wordsOf),
      )
      return (await Promise.all(replies)).map((view) =>
        view.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id'),
      )
    },
    showPoints: (key) => send(server, at('/phone-points'), { as: facilitator, form: keyed(key) }),
  }
}

export const noteAbout = (mentee: Somebody | undefined, text: string, place = 'V'): Note => ({
  noteId: crypto.randomUUID(),
  menteeId: mentee?.personId ?? '',
  ...{ domain, place, text },
})

/** The rows of a table of one organisation. */
export const rowsIn = (
  database: Database,
  { scope }: Pick<Following, 'scope'>,
  table: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  read(database, scope.organisationId, async (tx) => {
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(table)} order by 1, 2, 3`.execute(tx)
    return rows
  })

/** What the database keeps beside a row: who wrote it last, and who held it. */
export const marksIn = (
  database: Database,
  { scope }: Pick<Following, 'scope'>,
  table: string,
): Promise<readonly { readonly xmin: string; readonly marks: string }[]> =>
  read(database, scope.organisationId, async (tx) => {
    const { rows } = await sql<{ xmin: string; marks: string }>`
      select xmin::text as xmin, concat_ws(' ', ctid, xmin, xmax) as marks
      from ${sql.table(table)} order by ctid`.execute(tx)
    return rows
  })
