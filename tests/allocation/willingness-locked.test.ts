/** What mentors said in private is final while a draw is under way, and open again where none was made. */
import { afterAll, describe, expect, test } from 'vitest'
import { changeDraw, isLocked } from '../../src/allocation/procedure/draw-store.ts'
import type { DrawState } from '../../src/allocation/procedure/model.ts'
import { listWillingness } from '../../src/allocation/store.ts'
import { writeReconsiderMails } from '../../src/allocation/willingness/reconsider-mails.ts'
import { linkFor } from '../../src/people/inviting/invitation-links.ts'
import { insertInvitations } from '../../src/people/inviting/invitation-store.ts'
import { listParticipants } from '../../src/people/store.ts'
import { respondentOf } from '../../src/platform/keys.ts'
import { testDatabase } from '../support/database.ts'
import { outboxOf } from '../support/outbox.ts'
import { type AskedInPrivate, askInPrivate, willingForm } from '../support/private-answers.ts'
import { serverOn } from '../support/world.ts'

const database = testDatabase()
const server = serverOn(database)
afterAll(() => database.destroy())

const ask = (options: Parameters<typeof askInPrivate>[2] = {}) =>
  askInPrivate(database, server, options)

/** As if the procedure had gone so far. */
const bringTo = ({ change }: AskedInPrivate, state: DrawState) =>
  change((tx, programme) =>
    changeDraw(tx, programme, {
      ...{ number: 1, state, commitment: '00'.repeat(32), certificate: '{}', pairs: [] },
      drawnAt: new Date(),
      ...(state === 'published' ? { publishedAt: new Date() } : {}),
    }),
  )

const kept = ({ change }: AskedInPrivate) => change((tx, place) => listWillingness(tx, place))

describe('while a draw is under way', () => {
  test('a mentor reads that the choices are closed, and sees what they said', async () => {
    const asked = await ask({ willing: (_, mentee) => mentee !== 1 })
    const [mentor] = asked.mentors
    expect(await asked.pageOf(mentor, '/willing')).toContain('Save my choices')
    await asked.lock()
    const page = await asked.pageOf(mentor, '/willing')
    expect(page).toContain('The choices are closed and the draw is being made')
    expect(page).not.toContain('Save my choices')
    expect(page.match(/>\s*Yes\s*</g)).toHaveLength(2)
    expect(page.match(/>\s*No\s*</g)).toHaveLength(1)
  })

  test('nothing can be changed, and a form that was left open says so', async () => {
    const asked = await ask()
    const before = await kept(asked)
    await asked.lock()
    const form = willingForm(asked.mentees, () => 'no')
    const reply = await asked.sendTo(asked.mentors[0], '/willing', form)
    expect(await reply.text()).toContain('What you said is final')
    expect(await kept(asked)).toEqual(before)
  })

  test.each([
    ['drawn', 'nobody sees the pairs before'],
    ['published', 'each pair has been told'],
  ] as const)('%s is said in words of its own', async (state, words) => {
    const asked = await ask()
    await asked.lock()
    await bringTo(asked, state)
    expect(await asked.pageOf(asked.mentors[0], '/willing')).toContain(words)
  })
})

describe('where no draw was made', () => {
  const paragraph = 'every mentor is asked in these same words to look at theirs'

  test('every mentor reads the same request, whoever refused whom, and can save again', async () => {
    const asked = await ask({ willing: (mentor) => mentor !== 0 })
    expect(await asked.pageOf(asked.mentors[0], '/willing')).not.toContain(paragraph)
    await asked.lock()
    await asked.reopen()
    const requests: string[] = []
    for (const mentor of asked.mentors) {
      const page = await asked.pageOf(mentor, '/willing')
      requests.push(/Look at your choices again[\s\S]*?<\/div>/.exec(page)?.[0] ?? '')
      const home = await asked.pageOf(mentor, '')
      expect(home).toContain('Your choices are open again')
    }
    expect(requests[0]).toContain(paragraph)
    expect(new Set(requests).size).toBe(1)
    for (const { name } of [...asked.mentors, ...asked.mentees])
      expect(requests[0]).not.toContain(name)
    const form = willingForm(asked.mentees, () => 'yes')
    expect((await asked.sendTo(asked.mentors[0], '/willing', form)).status).toBe(303)
    expect((await kept(asked)).every(({ isWilling }) => isWilling)).toBe(true)
  })

  test('the request is gone once the choices are closed again', async () => {
    const asked = await ask()
    await asked.lock()
    await asked.reopen()
    await asked.lock()
    expect(await asked.pageOf(asked.mentors[0], '/willing')).not.toContain(paragraph)
    expect(await asked.change((tx, place) => isLocked(tx, place))).toBe(true)
  })

  test('all mentors get the same mail, with their own name and link and nothing else of theirs', async () => {
    const asked = await ask({ willing: (mentor) => mentor !== 0 })
    const { scope, programmeId, mentors, change } = asked
    const { organisationId, masterKey } = scope
    const publicUrl = 'https://turnabout.example'
    await change(async (tx, programme) => {
      for (const { personId } of [...mentors, ...asked.mentees])
        await tx
          .updateTable('participants')
          .set({ email: `${personId}@hospital.example` })
          .where('organisationId', '=', organisationId)
          .where('participantId', '=', personId)
          .execute()
      const place = { organisationId, programmeId }
      const invitations = mentors.slice(0, 2).map(({ personId }) => {
        const { codeKey } = linkFor(
          { masterKey, publicUrl },
          { organisationId, participantId: personId, generation: 1 },
        )
        const invitedAt = new Date()
        return { participantId: personId, generation: 1, codeKey, invitedAt }
      })
      await insertInvitations(tx, place, invitations)
      const people = await listParticipants(tx, place)
      const context = { ...scope, tx, now: new Date() }
      const asking = { mentors: people.filter(({ role }) => role === 'mentor'), publicUrl }
      await writeReconsiderMails(context, programme, asking)
    })
    const mails = await outboxOf(scope)
    expect(mails.map(({ about }) => about).toSorted()).toEqual(
      mentors.map(({ personId }) => personId).toSorted(),
    )
    const words = mails.map(({ text, about }) => {
      const own = mentors.find(({ personId }) => personId === about)
      return text
        .replace(own?.name ?? '', 'NAME')
        .replace(/\nIf you are asked to sign in[\s\S]*?\/sign-in\/link\/\S+\n/, '')
    })
    expect(new Set(words).size).toBe(1)
    expect(words[0]).toContain('The draw could not be made with the choices given so far')
    expect(words[0]).toContain(`${publicUrl}/programmes/${programmeId}/willing`)
    expect(words[0]).not.toMatch(/\d+ (?:mentor|mentee)|Dr Men/)
    expect(mails.filter(({ text }) => text.includes('/sign-in/link/'))).toHaveLength(2)
  })
})

test('a mentor who had said nothing can say it once after the pairs have been told', async () => {
  const asked = await ask({ willing: () => true })
  const [mentor] = asked.mentors
  await asked.change((tx, { programmeKey }) =>
    tx
      .deleteFrom('willingness')
      .where('mentor', '=', respondentOf(programmeKey, mentor?.personId ?? ''))
      .execute(),
  )
  await asked.lock()
  await bringTo(asked, 'published')
  expect(await asked.pageOf(mentor, '/willing')).toContain('You can say it once')
  await asked.sendTo(
    mentor,
    '/willing',
    willingForm(asked.mentees, () => 'yes'),
  )
  const page = await asked.pageOf(mentor, '/willing')
  expect(page).toContain('What you said is final')
  expect(page).not.toContain('Save my choices')
})
