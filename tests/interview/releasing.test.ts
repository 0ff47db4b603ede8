/** When a document is released: the rule of the programme, k, whoever leaves meanwhile, and who is reminded. */
import { afterAll, describe, expect, test } from 'vitest'
import { withdrawParticipant } from '../../src/content-analysis/withdrawal-actions.ts'
import { findReleasedDocument } from '../../src/interview/documents/released/store.ts'
import { remindOfSignOff } from '../../src/interview/documents/signing/reminders.ts'
import {
  listDocumentStates,
  withdrawFromSignOff,
} from '../../src/interview/documents/signing/store.ts'
import { listAuditEntries } from '../../src/platform/audit.ts'
import { testDatabase } from '../support/database.ts'
import type { Somebody } from '../support/hospital.ts'
import { outboxOf } from '../support/outbox.ts'
import {
  everybodyAgrees,
  giveAddresses,
  kindOf,
  publicUrl,
  type SigningOff,
  type SigningOffOptions,
  startSigningOff,
} from '../support/signing-off.ts'
import { usualOrigin } from '../support/world.ts'

const database = testDatabase()
afterAll(() => database.destroy())

const sent = async (options: SigningOffOptions = {}): Promise<SigningOff> => {
  const signing = await startSigningOff(database, options)
  expect(kindOf(await signing.send())).toBe('done')
  return signing
}

const leave = ({ scope, programmeId }: SigningOff, somebody: Somebody | undefined) =>
  withdrawParticipant(scope, {
    programmeId,
    participantId: String(somebody?.personId),
    leftAfterPhase: null,
    origin: usualOrigin,
  })

describe('a document is released', () => {
  test('when all agree, and not before', async () => {
    const signing = await sent()
    const outcomes: string[] = []
    for (const mentor of signing.mentors) {
      outcomes.push(kindOf(await signing.release()))
      await signing.answer(mentor)
    }
    expect(new Set(outcomes.slice(0, 5))).toEqual(new Set(['document.too_few_agree']))
    expect(outcomes[5]).toBe('document.answers_missing')
    expect(kindOf(await signing.release())).toBe('done')
    const released = await signing.change((tx, programme) =>
      findReleasedDocument(tx, programme, signing.mentee.personId),
    )
    expect(released?.version).toBe(1)
    expect(released?.text).toEqual((await signing.look()).current.text)
    expect(kindOf(await signing.send())).toBe('document.released_already')
    expect(kindOf(await signing.answer(signing.mentors[0]))).toBe('sign_off.not_asked')
  })

  test('where the protocol says so, when all agree who have answered by the day, and they are k', async () => {
    const signing = await sent({ rules: { signOff: 'all_who_answer' } })
    for (const mentor of signing.mentors.slice(0, 4)) await signing.answer(mentor)
    await signing.passDays(15)
    expect(kindOf(await signing.release())).toBe('document.too_few_agree')
    await signing.answer(signing.mentors[4])
    expect(kindOf(await signing.release())).toBe('done')
  })

  test('not before the day is over, even if k agree', async () => {
    const signing = await sent({ rules: { signOff: 'all_who_answer', signOffDays: 3 } })
    for (const mentor of signing.mentors.slice(0, 5)) await signing.answer(mentor)
    await signing.passDays(3)
    expect(kindOf(await signing.release())).toBe('document.answers_awaited')
    await signing.passDays(1)
    expect(kindOf(await signing.release())).toBe('done')
  })

  test.each(['all', 'all_who_answer'] as const)(
    'never while a change is asked for (%s)',
    async (signOff) => {
      const signing = await sent({ mentors: 7, rules: { signOff } })
      const [first, ...others] = signing.mentors
      await signing.answer(first, 'The first sentence.')
      for (const mentor of others) await signing.answer(mentor)
      await signing.passDays(30)
      expect(kindOf(await signing.release())).toBe('document.change_asked')
      await signing.write('You ask us what we think.')
      await signing.send()
      await everybodyAgrees(signing)
      expect(kindOf(await signing.release())).toBe('done')
    },
  )

  test('once, when two facilitators press the button at the same time', async () => {
    const signing = await sent()
    await everybodyAgrees(signing)
    const outcomes = await Promise.all([signing.release(1), signing.release(1)])
    expect(outcomes.map(kindOf).toSorted()).toEqual(['document.not_out', 'done'])
  })

  test('or a change is asked for, when both happen at the same time: never both', async () => {
    for (const isReleasedFirst of [true, false]) {
      const signing = await sent({ rules: { signOff: 'all_who_answer' } })
      for (const mentor of signing.mentors.slice(0, 5)) await signing.answer(mentor)
      await signing.passDays(15)
      const asking = () => signing.answer(signing.mentors[5], 'The first sentence.', 1)
      const releasing = () => signing.release(1)
      const both = isReleasedFirst ? [releasing(), asking()] : [asking(), releasing()]
      const outcomes = (await Promise.all(both)).map(kindOf)
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
      const { released, latest } = await signing.look()
      expect(released === null).toBe(latest?.state === 'signing')
    }
  })

  test('in a correction too, and until then the version before stays valid', async () => {
    const signing = await sent()
    await everybodyAgrees(signing)
    await signing.release()
    await signing.write('You ask us what we think.')
    expect(kindOf(await signing.send())).toBe('done')
    const validVersion = () =>
      signing.change(async (tx, programme) => {
        const released = await findReleasedDocument(tx, programme, signing.mentee.personId)
        return released?.version
      })
    const state = () =>
      signing.change(async (tx, programme) =>
        (await listDocumentStates(tx, programme)).get(signing.mentee.personId),
      )
    expect([await validVersion(), await state()]).toEqual([1, { state: 'signing', version: 2 }])
    expect(kindOf(await signing.release())).toBe('document.too_few_agree')
    await everybodyAgrees(signing)
    expect(kindOf(await signing.release())).toBe('done')
    expect([await validVersion(), await state()]).toEqual([2, { state: 'released', version: 2 }])
  })
})

describe('somebody leaves', () => {
  test.each([
    [5, 'document.too_few_contributors'],
    [6, 'done'],
    [7, 'done'],
  ])(
    'after all of %i have agreed: k still stand behind it, or it is not released',
    async (mentors, outcome) => {
      const signing = await sent({ mentors })
      await everybodyAgrees(signing)
      expect((await leave(signing, signing.mentors[0])).ok).toBe(true)
      expect(kindOf(await signing.release())).toBe(outcome)
    },
  )

  test('who had not answered: the others are all', async () => {
    const signing = await sent()
    for (const mentor of signing.mentors.slice(1)) await signing.answer(mentor)
    expect(kindOf(await signing.release())).toBe('document.answers_missing')
    await leave(signing, signing.mentors[0])
    expect(kindOf(await signing.release())).toBe('done')
  })

  test('after the release: it stays valid, and a correction needs k again', async () => {
    const signing = await sent({ mentors: 5 })
    await everybodyAgrees(signing)
    await signing.release()
    await leave(signing, signing.mentors[0])
    await signing.write('You ask us what we think.')
    expect(kindOf(await signing.send())).toBe('document.too_few_contributors')
    expect((await signing.look()).released?.version).toBe(1)
  })

  test('whose marks are taken back where a version is out, and a request stays open', async () => {
    const signing = await sent({ mentors: 7 })
    const [first, ...others] = signing.mentors
    await signing.answer(first, 'The first sentence.')
    for (const mentor of others) await signing.answer(mentor)
    await signing.change((tx, programme) =>
      withdrawFromSignOff(tx, programme, String(first?.personId)),
    )
    const marks = await signing.change((tx) => tx.selectFrom('signOffs').selectAll().execute())
    expect(marks.filter(({ programmeId }) => programmeId === signing.programmeId)).toHaveLength(6)
    expect(kindOf(await signing.release())).toBe('document.change_asked')
  })
})

describe('reminders', () => {
  const remind = (signing: SigningOff, days: number) => {
    const now = new Date(Date.now() + days * 86_400_000)
    now.setUTCHours(12)
    return remindOfSignOff(signing.scope, { now, publicUrl })
  }
  const remindersOf = async ({ scope }: SigningOff) =>
    (await outboxOf(scope)).filter(({ purpose }) => purpose === 'sign_off_reminder')

  test('go after 3 and 7 days to whoever has not answered, once each, and tell nothing', async () => {
    const signing = await startSigningOff(database)
    await giveAddresses(signing)
    await signing.send()
    await signing.answer(signing.mentors[0])
    await remind(signing, 2)
    expect(await remindersOf(signing)).toEqual([])
    await Promise.all([remind(signing, 3), remind(signing, 3)])
    expect(await remindersOf(signing)).toHaveLength(5)
    await signing.answer(signing.mentors[1], 'The first sentence.')
    await remind(signing, 7)
    await remind(signing, 20)
    const mails = await remindersOf(signing)
    expect(mails).toHaveLength(9)
    expect(mails.map(({ text }) => text).join()).not.toMatch(/Dr Mentee|explain/)
  })

  test('are kept and entered for all alike, so that neither tells who had answered', async () => {
    const signing = await startSigningOff(database)
    await giveAddresses(signing)
    await signing.send()
    await everybodyAgrees(signing)
    await remind(signing, 3)
    expect(await remindersOf(signing)).toEqual([])
    const kept = await signing.change((tx) =>
      tx.selectFrom('reminders').select('participantId').execute(),
    )
    expect(kept).toHaveLength(6)
    const { organisationId } = signing.scope
    const entries = await signing.change((tx) => listAuditEntries(tx, organisationId, 100))
    expect(entries.filter(({ event }) => event === 'sign_off_reminders.sent')).toMatchObject([
      { subject: signing.programmeId, details: {} },
    ])
  })
})
