/** A lead follows the questionnaires without learning who has answered, or how many below k. */
import { afterAll, describe, expect, test } from 'vitest'
import { deleteCompletion } from '../src/questionnaires/completion-store.ts'
import { openStage } from '../src/questionnaires/windows/windows.ts'
import { testDatabase } from './support/database.ts'
import type { Somebody } from './support/hospital.ts'
import { pagesOf } from './support/pages-of.ts'
import {
  answer,
  placeOf,
  type Running,
  startRunning,
  writing,
} from './support/programme-under-way.ts'
import { visit } from './support/visit.ts'
import { serverOn } from './support/world.ts'

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const open = async (running: Running, stage: number): Promise<void> => {
  const { programmeId, scope } = running
  const move = { programmeId, stage, today: '2026-11-22', by: 'hand' } as const
  expect((await openStage(scope, move)).ok).toBe(true)
}

const seenByLead = ({ lead, programmeId, mentors }: Running) =>
  pagesOf(server, { as: lead, kind: 'lead', programmeId, about: mentors[0] ?? lead })

/** As if these people had never answered stage 1. */
const takeBack = (running: Running, people: readonly Somebody[]): Promise<void> =>
  writing(database, running.scope.organisationId, async (tx) => {
    for (const { personId } of people)
      await deleteCompletion(tx, placeOf(running), { stage: 1, participantId: personId })
    await tx.deleteFrom('scores').where('programmeId', '=', running.programmeId).execute()
  })

/** The pages of the lead while exactly these people have answered stage 1. */
const whileAnswered = async (running: Running, people: readonly Somebody[]) => {
  for (const person of people) await answer(database, running, { person, stage: 1 })
  const pages = await seenByLead(running)
  await takeBack(running, people)
  return pages
}

describe('every page of a lead', () => {
  test('is the same byte for byte whoever has answered, and however many below k', async () => {
    const running = await startRunning(database)
    await open(running, 1)
    const nobody = await seenByLead(running)
    const { mentors } = running
    for (const people of [mentors.slice(0, 1), mentors.slice(1, 2), mentors.slice(2, 6)])
      expect(await whileAnswered(running, people)).toEqual(nobody)
    const enough = await whileAnswered(running, mentors.slice(0, 5))
    expect(enough).not.toEqual(nobody)
    expect(await whileAnswered(running, mentors.slice(1, 6))).toEqual(enough)
    expect(await whileAnswered(running, mentors)).toEqual(enough)
  }, 120_000)

  test('is the same in a group smaller than k, whether none or all have answered', async () => {
    const running = await startRunning(database, { mentors: 4 })
    await open(running, 1)
    const nobody = await seenByLead(running)
    expect(await whileAnswered(running, running.mentors)).toEqual(nobody)
    expect([...nobody.values()].join()).toContain('Group too small to say')
  }, 120_000)
})

test('the overview gives a lead people by state and stages by progress, and a researcher the counts', async () => {
  const running = await startRunning(database)
  await open(running, 1)
  for (const person of running.mentors.slice(0, 2))
    await answer(database, running, { person, stage: 1 })
  const overview = async (as: Somebody) => {
    const reply = await visit(server, `/programmes/${running.programmeId}`, { as })
    return (await reply.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  }
  const forLead = await overview(running.lead)
  expect(forLead).toContain('Mentors 0 6 0 0 Mentees 0 5 0 0')
  expect(forLead).toContain('Mentors: collecting')
  expect(forLead).not.toMatch(/\d of \d mentors answered/)
  expect(await overview(running.researcher)).toContain('2 of 6 mentors answered')
})

test('while the programme is being set up, its overview leads a lead to the tasks', async () => {
  const running = await startRunning(database, { state: 'setting_up' })
  const setUp = `/programmes/${running.programmeId}/set-up"`
  const overview = async (as: Somebody) =>
    (await (await visit(server, `/programmes/${running.programmeId}`, { as })).text()).match(
      /<main.*<\/main>/s,
    )?.[0]
  expect(await overview(running.lead)).toContain(setUp)
  expect(await overview(running.researcher)).not.toContain(setUp)
})
