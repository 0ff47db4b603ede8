/** A programme whose documents are being written, and what its facilitators send. */
import { expect } from 'vitest'
import type { DocumentPoint } from '../../src/interview/documents/model.ts'
import { listDocumentPoints } from '../../src/interview/documents/writing/draft-store.ts'
import type { Note } from '../../src/interview/model.ts'
import type { Database } from '../../src/platform/database.ts'
import type { Somebody } from './hospital.ts'
import {
  type Interviewing,
  type InterviewingOptions,
  startInterviewing,
} from './interview-under-way.ts'
import { send, visit } from './visit.ts'
import { serverOn } from './world.ts'

type Form = Readonly<Record<string, string>>

export type WritingDocuments = Interviewing & {
  readonly documents: string
  /** Of the mentee's document. */
  readonly address: (mentee: number, path?: string) => string
  readonly note: (mentee: number, domain: string, text: string) => Note
  readonly pointsOf: (mentee: number) => Promise<readonly DocumentPoint[]>
  /** What a form about a point sends of it, as it is now. */
  readonly known: (mentee: number, text: string) => Promise<{ known: string; domain: string }>
  readonly post: (mentee: number, path: string, form: Form, as?: Somebody) => Promise<Response>
  /** To the strengths unless told. */
  readonly addPoint: (mentee: number, form: Form) => Promise<Response>
  /** A page that opens; the part of the address behind # is the browser's own. */
  readonly pageOf: (path: string) => Promise<string>
  readonly endInterview: () => Promise<void>
}

export const startWriting = async (
  database: Database,
  options: InterviewingOptions = {},
): Promise<WritingDocuments> => {
  const interviewing = await startInterviewing(database, options)
  const { mentees, facilitator, change } = interviewing
  const server = serverOn(database)
  const documents = `/programmes/${interviewing.programmeId}/documents`
  const idOf = (mentee: number): string => mentees[mentee]?.personId ?? ''
  const address = (mentee: number, path = '') => `${documents}/${idOf(mentee)}${path}`
  const pointsOf = (mentee: number) =>
    change((tx, programme) => listDocumentPoints(tx, programme, idOf(mentee)))
  const post = (mentee: number, path: string, form: Form, as = facilitator) =>
    send(server, address(mentee, path), { as, form })
  return {
    ...interviewing,
    documents,
    address,
    pointsOf,
    post,
    note: (mentee, domain, text) => ({
      ...{ noteId: crypto.randomUUID(), menteeId: idOf(mentee) },
      ...{ domain, place: 'V', text },
    }),
    known: async (mentee, text) => {
      const point = (await pointsOf(mentee)).find((one) => one.text === text)
      if (point === undefined) throw new Error(`No point says: ${text}`)
      return { known: JSON.stringify(point), domain: point.domain }
    },
    addPoint: (mentee, form) => post(mentee, '/add', { domain: 'strengths', text: '', ...form }),
    pageOf: async (path) => {
      const reply = await visit(server, path.replace(/#.*/, ''), { as: facilitator })
      expect(reply.status).toBe(200)
      return reply.text()
    },
    endInterview: () =>
      change(async (tx, { organisationId, programmeId }) => {
        await tx
          .updateTable('interviews')
          .set({ state: 'ended' })
          .where('organisationId', '=', organisationId)
          .where('programmeId', '=', programmeId)
          .execute()
      }),
  }
}
