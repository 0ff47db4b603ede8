/**
 * Whatever goes wrong, and wherever: no mail arrives twice, and none is lost without being visible.
 * MAILS=2000 makes the test longer; SEED repeats one.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createRandom, freshSeed, type Random } from '../src/lib/random.ts'
import { deliverAll } from '../src/organisations/delivery.ts'
import { loadOrganisationKey } from '../src/organisations/store.ts'
import type { ActionScope } from '../src/platform/action.ts'
import type { Transaction } from '../src/platform/database.ts'
import { openMail, type StoredMail } from '../src/platform/mail.ts'
import { makeSend, type Send } from '../src/platform/smtp.ts'
import { masterKey, newDatabase, newOrganisation } from './support/database.ts'
import { type Fault, type MailServer, openMailServer } from './support/mail-server.ts'
import { aMail, inOutbox, mailFrom, makeDue, post, shortLimits } from './support/outbox.ts'

const mails = Number(process.env.MAILS ?? 60)
const seed = process.env.SEED ?? freshSeed()
const patience = 60_000 + mails * 500

const faults: readonly Fault[] = [
  { kind: 'refuses', at: 'recipient', code: 451 },
  { kind: 'refuses', at: 'recipient', code: 550 },
  { kind: 'refuses', at: 'data', code: 421 },
  { kind: 'refuses', at: 'data', code: 554 },
  { kind: 'hangs', at: 'greeting' },
  { kind: 'hangs', at: 'recipient' },
  { kind: 'hangs', at: 'data' },
  { kind: 'hangs up', at: 'greeting' },
  { kind: 'hangs up', at: 'recipient' },
  { kind: 'hangs up', at: 'data' },
]

/** Every second call goes wrong. */
const faultBy = (random: Random) => (): Fault | null =>
  faults[random.below(2 * faults.length)] ?? null

/** One call in twenty, the process dies: before the mail is handed over, or before what became of it is written down. */
const dyingNowAndThen =
  (send: Send, random: Random): Send =>
  async (mail, signal) => {
    const chance = random.below(20)
    if (chance === 0) throw new Error('died before')
    const outcome = await send(mail, signal)
    if (chance === 1) throw new Error('died after')
    return outcome
  }

/** The mail server goes away and comes back. */
const restart = async (server: MailServer): Promise<MailServer> => {
  await server.close()
  await wait(20)
  return openMailServer(Number(new URL(server.url).port))
}

type FateOfMail = Pick<StoredMail, 'to' | 'lastProblem'> & { readonly state: string }

const fatesOf = async (tx: Transaction, scope: ActionScope): Promise<readonly FateOfMail[]> => {
  const key = await loadOrganisationKey(tx, scope.organisationId, masterKey)
  const rows = await tx
    .selectFrom('mails')
    .select(['mailId', 'sealed', 'state', 'lastProblem'])
    .execute()
  return rows.map((row) => ({ ...row, to: openMail(key, row).to }))
}

/** How many copies may be there of a mail of which this is said. */
const copiesThatFit = ({ state, lastProblem }: FateOfMail): readonly number[] => {
  if (state === 'sent') return [1]
  return lastProblem === 'not_known' ? [0, 1] : [0]
}

test(`of ${mails} mails, each arrives once or is visible as failed or not known (seed ${seed})`, {
  timeout: patience,
}, async () => {
  const random = createRandom(seed)
  const { database, drop } = await newDatabase()
  const scope = await newOrganisation(database)
  const addressOf = (index: number) => `person-${index}@hospital.example`
  for (let index = 0; index < mails; index += 1) {
    await post(scope, { ...aMail, to: addressOf(index) })
  }
  const arrived: string[] = []
  let server = await openMailServer()
  const keep = () => arrived.push(...server.received.flatMap(({ to }) => to))
  const smtp = { smtpUrl: server.url, mailFrom }
  const send = dyingNowAndThen(makeSend(smtp, shortLimits), random)
  const deliverTwice = (clock = () => new Date()) => {
    const delivery = { database, masterKey, send, limits: shortLimits, clock }
    return Promise.allSettled([deliverAll(delivery), deliverAll(delivery)])
  }
  const fates = () => inOutbox(scope, (tx) => fatesOf(tx, scope))
  for (let round = 0; (await fates()).some(({ state }) => state === 'waiting'); round += 1) {
    server.misbehave(faultBy(random))
    const running = deliverTwice()
    if (round % 3 === 1) {
      await wait(100)
      keep()
      server = await restart(server)
    }
    await running
    await makeDue(scope)
  }
  await deliverTwice(() => new Date(Date.now() + 3_600_000))
  keep()
  await server.close()
  const copiesOf = Map.groupBy(arrived, (to) => to)
  const wrong = (await fates()).filter((mail) => {
    const copies = copiesOf.get(mail.to)?.length ?? 0
    return !['sent', 'failed'].includes(mail.state) || !copiesThatFit(mail).includes(copies)
  })
  expect(wrong).toEqual([])
  expect(new Set(arrived).size).toBe(arrived.length)
  expect(arrived.length).toBeGreaterThan(mails / 4)
  await drop()
})
