/** “Does it work here?”: earlier programmes of the organisation, each with no more than k allows; and the next cohort. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { findConsentText } from '../../src/people/consent/store.ts'
import { listParticipants } from '../../src/people/store.ts'
import { listAuditEntries } from '../../src/platform/audit.ts'
import { read } from '../../src/platform/database.ts'
import { findGovernance } from '../../src/protocol/governance/store.ts'
import { findPredecessor } from '../../src/protocol/starting/cohort-store.ts'
import { findProgramme, listProgrammeStaff } from '../../src/protocol/store.ts'
import type { Study } from '../../src/report/study.ts'
import { testDatabase } from '../support/database.ts'
import { type AtTheEnd, anotherProgramme, startEnding, withFloor } from '../support/ending.ts'
import { addStaff, writing } from '../support/programme-under-way.ts'
import { wordsAt } from '../support/signing-off.ts'
import { send, visit } from '../support/visit.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const given: { own?: AtTheEnd } = {}
const own = (): AtTheEnd => given.own as AtTheEnd
beforeAll(async () => {
  given.own = await startEnding(database)
})

const inIt = <T>(work: Parameters<typeof read<T>>[2]): Promise<T> =>
  read(database, own().scope.organisationId, work)

describe('the outcomes page', () => {
  const outcomes = () =>
    wordsAt(server, `/programmes/${own().programmeId}/outcomes`, own().people.M1)
  const medians = 'Mentors: “Confidence in giving feedback” rose from a median of 23 to 29'

  test('gives the published study, named as such, where no programme of the organisation has ended', async () => {
    await anotherProgramme(database, own(), { name: 'Still running', state: 'open' })
    const page = await outcomes()
    expect(page).toContain('A published study')
    expect(page).toContain('BMJ Open 2022;12:e062361')
    expect(page).toContain(medians)
    expect(page).not.toContain('Still running')
  })

  test('shows nothing of a programme whose groups are one smaller than its k, and all at k', async () => {
    await anotherProgramme(database, own(), { name: 'Just too few', change: withFloor(7) })
    expect(await outcomes()).not.toContain('Just too few')
    await anotherProgramme(database, own(), { name: 'Just enough', change: withFloor(5) })
    const page = await outcomes()
    expect(page).toContain('Just enough')
    expect(page).toContain(medians)
    expect(page).toContain('5 of 5 improved; exact p = 0.0625')
    expect(page).not.toMatch(/Just too few|A published study|significant|Just enough [MC]\d/)
  })

  test('measure by measure: what one person too few answered both times is left out, the rest is there', async () => {
    const change = (study: Study): Study => ({
      ...study,
      scores: study.scores.filter(
        ({ participant, stage, measure }) =>
          participant !== 'C1' || stage !== 5 || measure !== 'awareness',
      ),
    })
    await anotherProgramme(database, own(), { name: 'One answer missing', change })
    const page = (await outcomes()).split('One answer missing')[1] ?? ''
    expect(page).toContain('Mentees: “Importance of feedback”')
    expect(page).not.toContain('Mentees: “Awareness of how juniors see you”')
  })

  test('the larger k holds: a programme that promises more sees nothing of one that promised less', async () => {
    const { organisationId } = own().scope
    const change = withFloor(7)
    const programmeId = await anotherProgramme(database, own(), { name: 'Strict', change })
    const lead = await writing(database, organisationId, (tx) =>
      addStaff(tx, { organisationId, programmeId }, 'lead'),
    )
    const page = await wordsAt(server, `/programmes/${programmeId}/outcomes`, lead)
    expect(page).not.toContain('Just enough')
    expect(page).toContain('A published study')
  })
})

describe('the next cohort', () => {
  const start = (name: string, idempotencyKey: string = crypto.randomUUID()) =>
    send(server, `/programmes/${own().programmeId}/next-cohort`, {
      as: own().lead,
      form: { name, site: '', idempotencyKey },
    })

  test('is proposed with a name, and is made in one click as its model is, with nobody in it', async () => {
    const { organisationId } = own().scope
    const page = await visit(server, `/programmes/${own().programmeId}/next-cohort`, {
      as: own().lead,
    })
    expect(await page.text()).toContain('value="Gastroenterology, cohort 2"')
    const key = crypto.randomUUID()
    const replies = await Promise.all([start('Gastro two', key), start('Gastro two', key)])
    const [to, ...others] = new Set(replies.map(({ headers }) => headers.get('location')))
    expect(others).toEqual([])
    const programmeId = /programmes\/([0-9a-f-]{36})\/set-up$/.exec(to ?? '')?.[1] ?? ''
    const places = [own().programmeId, programmeId].map((id) => ({
      organisationId,
      programmeId: id,
    }))
    const [model, next] = await inIt((tx) =>
      Promise.all(
        places.map(async (place) => ({
          programme: await findProgramme(tx, organisationId, place.programmeId),
          governance: await findGovernance(tx, place),
          sheet: JSON.stringify((await findConsentText(tx, place))?.text),
          people: (await listParticipants(tx, place)).length,
          roles: (await listProgrammeStaff(tx, organisationId))
            .filter((one) => one.programmeId === place.programmeId)
            .map(({ staffId, role }) => `${staffId} ${role}`)
            .toSorted(),
        })),
      ),
    )
    expect(next).toEqual({
      ...model,
      people: 0,
      programme: { ...model?.programme, programmeId, ...newlyMade },
      sheet: model?.sheet.replaceAll('part in Gastroenterology', 'part in Gastro two'),
    })
    const entries = await inIt((tx) => listAuditEntries(tx, organisationId, 5))
    expect(entries[0]).toMatchObject({
      ...{ event: 'programme.started', subject: programmeId },
      details: { from: 'cohort', follows: own().programmeId },
    })
    const follows = await inIt((tx) => findPredecessor(tx, { organisationId, programmeId }))
    expect(follows).toEqual({ programmeId: own().programmeId, name: 'Gastroenterology' })
    const home = await (
      await visit(server, `/programmes/${programmeId}`, { as: own().lead })
    ).text()
    expect(home).toContain(
      `Follows <a href="/programmes/${own().programmeId}">Gastroenterology</a>`,
    )
  })

  const newlyMade = {
    ...{ name: 'Gastro two', state: 'setting_up', site: null },
    ...{ version: 1, isLocked: false },
  }

  test('needs a name', async () => {
    const reply = await start(' ')
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain('Enter a name for the programme')
  })
})
