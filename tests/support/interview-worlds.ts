/**
 * The same phase 1, from the points on the phones to released documents and a session, played by different people: who
 * of the mentors did what is the cast. Each world is a copy of one database, so that everything else is the same.
 */
import { expect } from 'vitest'
import { listNotes } from '../../src/interview/board/note-store.ts'
import { listMentees } from '../../src/interview/store.ts'
import { createRandom, type Random } from '../../src/lib/random.ts'
import { type Database, read } from '../../src/platform/database.ts'
import { openProgramme } from '../../src/protocol/open-programme.ts'
import type { Route } from '../../src/web/route.ts'
import { masterKey, newDatabase, type OwnDatabase } from './database.ts'
import type { Somebody } from './hospital.ts'
import { type Interviewing, startInterviewing } from './interview-under-way.ts'
import { placeOf, writing } from './programme-under-way.ts'
import { send, visit } from './visit.ts'
import { type Server, serverOn } from './world.ts'

const mentors = 6
const mentees = 2

const spoken = ['Opens the notes before the round', 'Explains why a plan has changed']
const fromPhones = [
  ...['Asks each resident for one question', 'Starts the list on time', 'Answers bleeps at once'],
  ...['Teaches while scrubbing in', 'Leaves handover early', 'Says thank you after a long list'],
]
const documentPoints = [
  { domain: 'clinical_practice', text: 'Explains changes of plan to the whole team.' },
  { domain: 'strengths', text: 'Makes time for questions, which helps residents to learn.' },
  { domain: 'areas_for_improvement', text: 'Could stay for the whole handover.' },
]
const request = 'The word “whole” in the last point is too much.'

/** Of the mentors, by number. */
export type Cast = {
  /** Who sends each point from a phone, and in which order the phones send. */
  readonly authors: readonly number[]
  readonly sendingOrder: readonly number[]
  /** For each note, in the order of their texts, who has seen it too. */
  readonly voters: readonly (readonly number[])[]
  /** For each mentee, who asks for a change of the first version. */
  readonly requesters: readonly number[]
  /** In which order the mentors answer. */
  readonly answering: readonly number[]
  /** Who leaves after the first answers; null: nobody. */
  readonly leaver: number | null
}

const everybody = Array.from({ length: mentors }, (_, mentor) => mentor)

/** How many have seen each note is the same in every world; who they were is not. */
const supporters = [2, 5, 0, 6, 3, 1, 4, 2]

export const drawCast = (random: Random): Cast => ({
  authors: fromPhones.map(() => random.below(mentors)),
  sendingOrder: random.shuffle([...fromPhones.keys()]),
  voters: supporters.map((n) => random.shuffle(everybody).slice(0, n)),
  requesters: Array.from({ length: mentees }, () => random.below(mentors)),
  answering: random.shuffle(everybody),
  leaver: null,
})

export const castsFor = (pairs: number, seed: string): readonly Cast[] => {
  const random = createRandom(seed)
  return Array.from({ length: pairs + 1 }, () => drawCast(random))
}

export type Base = {
  readonly interviewing: Interviewing
  readonly template: string
  readonly drop: () => Promise<void>
}

/** The world before anybody of the mentors has done anything; as a database that is copied. */
export const buildBase = async (): Promise<Base> => {
  const { database, name, drop } = await newDatabase()
  const interviewing = await startInterviewing(database, { mentors, mentees })
  const { organisationId } = interviewing.scope
  const [first] = interviewing.mentees
  await interviewing.putNotes(
    spoken.map((text, index) => ({
      noteId: `00000000-0000-4000-8000-00000000000${index}`,
      menteeId: first?.personId ?? '',
      domain: 'clinical_practice',
      place: `a${index}`,
      text,
    })),
  )
  await writing(database, organisationId, async (tx) => {
    for (const { personId } of [...interviewing.mentors, ...interviewing.mentees])
      await tx
        .updateTable('participants')
        .set({ email: `${personId}@hospital.example` })
        .where('participantId', '=', personId)
        .execute()
  })
  await database.destroy()
  return { interviewing, template: name, drop }
}

export type PlayedWorld = {
  readonly database: Database
  readonly server: Server
  readonly drop: () => Promise<void>
}

type Stage = {
  readonly own: OwnDatabase
  readonly server: Server
  readonly interviewing: Interviewing
  readonly cast: Cast
}

export const playWorld = async (
  { interviewing, template }: Base,
  cast: Cast,
  routes?: readonly Route[],
): Promise<PlayedWorld> => {
  const own = await newDatabase(template)
  const server = serverOn(own.database, routes === undefined ? {} : { routes })
  const stage = { own, server, interviewing, cast }
  await speak(stage)
  await vote(stage)
  await form(stage, { as: interviewing.facilitator, path: '/interview/end' })
  await writeDocuments(stage)
  await signOff(stage, '1')
  await leave(stage)
  await reword(stage)
  await signOff(stage, '2')
  await release(stage)
  await meet(stage)
  return { database: own.database, server, drop: own.drop }
}

type Filled = {
  readonly as: Pick<Somebody, 'token'>
  readonly path: string
  readonly form?: Readonly<Record<string, string>>
}

const form = async (
  { server, interviewing }: Stage,
  { as, path, form: fields = {} }: Filled,
): Promise<Response> => {
  const address = `/programmes/${interviewing.programmeId}${path}`
  const reply = await send(server, address, { as, form: fields })
  const said = reply.status === 303 ? '' : mainOf(await reply.clone().text())
  expect([path, reply.status, said]).toEqual([path, 303, ''])
  return reply
}

const mainOf = (page: string): string =>
  (/<main.*<\/main>/s.exec(page)?.[0] ?? page).replaceAll(/<[^>]*>/g, ' ').slice(0, 500)

const mentorAt = ({ interviewing }: Stage, mentor: number): Somebody => {
  const found = interviewing.mentors[mentor]
  if (found === undefined) throw new Error(`There is no mentor ${mentor}.`)
  return found
}

const speak = async (stage: Stage): Promise<void> => {
  const { cast, interviewing } = stage
  const [first, second] = interviewing.mentees
  for (const point of cast.sendingOrder) {
    const mentee = (point % 2 === 0 ? first : second)?.personId ?? ''
    const fields = { mentee, domain: 'strengths', text: fromPhones[point] ?? '' }
    const as = mentorAt(stage, cast.authors[point] ?? 0)
    await form(stage, { as, path: '/interview/points', form: fields })
  }
  await form(stage, { as: interviewing.facilitator, path: '/interview/phone-points' })
}

const notesOf = ({ own, interviewing }: Stage) => {
  const { organisationId } = interviewing.scope
  return read(own.database, organisationId, async (tx) => {
    const place = { organisationId, programmeId: interviewing.programmeId, masterKey }
    const programme = await openProgramme(tx, place)
    if (programme === null) throw new Error('The programme is not there.')
    const notes = await listNotes(tx, programme, await listMentees(tx, programme))
    return notes.toSorted((a, b) => (a.text < b.text ? -1 : 1))
  })
}

const vote = async (stage: Stage): Promise<void> => {
  for (const [index, { noteId }] of (await notesOf(stage)).entries()) {
    for (const mentor of stage.cast.voters[index] ?? []) {
      const as = mentorAt(stage, mentor)
      await form(stage, { as, path: '/interview/ballots', form: { note: noteId, seen: 'yes' } })
    }
  }
}

const addPoint = (stage: Stage, menteeId: string, point: (typeof documentPoints)[number]) =>
  form(stage, {
    as: stage.interviewing.facilitator,
    path: `/documents/${menteeId}/add`,
    form: point,
  })

const writeDocuments = async (stage: Stage): Promise<void> => {
  for (const { personId } of stage.interviewing.mentees) {
    for (const point of documentPoints) await addPoint(stage, personId, point)
    await sendOut(stage, personId)
  }
}

const sendOut = async (stage: Stage, menteeId: string): Promise<void> => {
  const { server, interviewing } = stage
  const as = interviewing.facilitator
  const address = `/programmes/${interviewing.programmeId}/documents/${menteeId}/sign-off`
  const page = await (await visit(server, address, { as })).text()
  const [, sha256 = ''] = /name="sha256" value="([0-9a-f]{64})"/.exec(page) ?? []
  await form(stage, { as, path: `/documents/${menteeId}/sign-off`, form: { sha256 } })
}

/** The first version, of which one asks for a change, or the second, to which all who are left agree. */
const signOff = async (stage: Stage, version: '1' | '2'): Promise<void> => {
  const { answering, requesters, leaver } = stage.cast
  const asked = answering.filter((mentor) => version === '1' || mentor !== leaver)
  for (const [index, { personId }] of stage.interviewing.mentees.entries()) {
    for (const mentor of asked) {
      const asks = version === '1' && requesters[index] === mentor
      const answer = asks ? { answer: 'change', request } : { answer: 'agree' }
      const path = `/sign-off/${personId}`
      await form(stage, { as: mentorAt(stage, mentor), path, form: { ...answer, version } })
    }
  }
}

const leave = async (stage: Stage): Promise<void> => {
  const { leaver } = stage.cast
  if (leaver === null) return
  await form(stage, {
    as: mentorAt(stage, leaver),
    path: '/withdraw',
    form: { confirmed: 'yes' },
  })
}

const reword = async (stage: Stage): Promise<void> => {
  for (const { personId } of stage.interviewing.mentees) {
    await addPoint(stage, personId, {
      domain: 'time_management',
      text: 'Starts lists on time, so that nobody waits.',
    })
    await sendOut(stage, personId)
  }
}

const release = async (stage: Stage): Promise<void> => {
  for (const { personId } of stage.interviewing.mentees) {
    await form(stage, {
      as: stage.interviewing.facilitator,
      path: `/documents/${personId}/sign-off/release`,
      form: { version: '2' },
    })
  }
}

/** The same in each world: it stands in addresses. */
const theSession = { pairId: crypto.randomUUID(), sessionId: crypto.randomUUID() }

/** The first mentee meets a mentor, always the same one, and opens the document; the second has not yet. */
const meet = ({ own, interviewing }: Stage): Promise<void> => {
  const { organisationId, programmeId } = placeOf(interviewing)
  return writing(own.database, organisationId, async (tx) => {
    const { pairId, sessionId } = theSession
    const mentorId = interviewing.mentors[0]?.personId ?? ''
    const menteeId = interviewing.mentees[0]?.personId ?? ''
    const place = { organisationId, programmeId }
    await tx
      .insertInto('pairs')
      .values({ ...place, pairId, label: 'P1', mentorId, menteeId })
      .execute()
    await tx
      .insertInto('sessions')
      .values({ ...place, sessionId, pairId, durationMinutes: 45 })
      .execute()
    await tx
      .insertInto('documentOpenings')
      .values({ ...place, participantId: menteeId })
      .execute()
  })
}
