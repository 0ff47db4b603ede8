/** A reflection pack from its passphrase to its files; and everybody who must not read it. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { seal } from '../../src/platform/keys.ts'
import { makeLogger } from '../../src/platform/log.ts'
import { writeChanges } from '../../src/sessions/changes/model.ts'
import { putDocumentOpening } from '../../src/sessions/document-opening-store.ts'
import { writePart } from '../../src/sessions/pack/actions.ts'
import { closeEndedPacks } from '../../src/sessions/pack/close-ended.ts'
import { openForSignIn } from '../../src/sessions/pack/keys.ts'
import { routes as packRoutes } from '../../src/sessions/pack/routes.ts'
import { testDatabase } from '../support/database.ts'
import { everythingWritten } from '../support/everything-written.ts'
import { type Somebody, signInAgain } from '../support/hospital.ts'
import { attackPack } from '../support/pack-attack.ts'
import { patience } from '../support/program.ts'
import { agreeAndRelease, pair, type SigningOff, startSigningOff } from '../support/signing-off.ts'
import { succeeded } from '../support/succeeded.ts'
import { send, visit } from '../support/visit.ts'
import { wordsIn } from '../support/word-file.ts'
import { serverOn } from '../support/world.ts'

vi.setConfig({ testTimeout: patience, hookTimeout: patience })

const database = testDatabase()
const lines: string[] = []
const server = serverOn(database, {
  logger: makeLogger('trace', { write: (line) => void lines.push(line) }),
})
let signing: SigningOff
let mentee: Somebody
beforeAll(async () => {
  signing = await startSigningOff(database, { rules: { documentShown: 'on_release' } })
  await agreeAndRelease(signing)
  await pair(signing)
  mentee = signing.mentee
})
afterAll(() => database.destroy())

const secret = 'quokkas at the window'
const passphrase = 'grey geese fly south at noon'
const said = 'You explain what you do'

const at = (page: string): string =>
  `/programmes/${signing.programmeId}${page === '' ? '' : `/${page}`}`
const owner = () => ({
  organisationId: signing.scope.organisationId,
  ...{ programmeId: signing.programmeId, participantId: mentee.personId },
})
const look = async (page: string, as = mentee, on = server): Promise<string> => {
  const reply = await visit(on, at(page), { as })
  expect([page, reply.status]).toEqual([page, 200])
  return (await reply.text()).match(/<main.*<\/main>/s)?.[0] ?? ''
}
const fill = async (
  page: string,
  form: Record<string, string | readonly string[]>,
  as = mentee,
) => {
  const reply = await send(server, at(page), { as, form })
  const text = await reply.text()
  const [main = ''] = text.match(/<main.*<\/main>/s) ?? []
  return { status: reply.status, to: reply.headers.get('location'), main }
}
const bytesOf = async (page: string): Promise<Buffer> =>
  Buffer.from(await (await visit(server, at(page), { as: mentee })).arrayBuffer())
const codeIn = (main: string): string => /[0-9A-Z]{5}(?:-[0-9A-Z]{5}){4}/.exec(main)?.[0] ?? ''
const twice = (words: string) => ({ passphrase: words, again: words })

describe('before the document is opened', () => {
  test('neither page nor file shows it; the mentee is asked how they see themselves', async () => {
    for (const page of ['feedback', 'feedback/file.pdf', 'feedback/file.docx']) {
      const main = await look(page)
      expect(main).toContain('Before you read it')
      expect(main).not.toContain(said)
    }
    expect(await look('')).toContain('Write down how you think the group sees you')
    expect(await look('preparation')).toContain('/pack/self-assessment')
  })

  test('writing it asks for a pack first, and goes on afterwards', async () => {
    const asked = await look('pack/self-assessment')
    expect(asked).toContain('/pack/new?to=pack%2Fself-assessment')
    const making = await look('pack/new?to=pack%2Fself-assessment')
    expect(making).toContain('value="pack/self-assessment"')
    expect(making).toContain('If you lose both, what is in your pack is lost for good')
    for (const to of ['https://evil.example', '//evil.example', '../x', 'pack\\x']) {
      const main = await look(`pack/new?to=${encodeURIComponent(to)}`)
      expect(main).toContain('name="to" value="pack"')
    }
  })

  test.each([
    ['short', 'short', 'at least 12 characters'],
    ['Dr Mentee 1 Dr Mentee 1', 'Dr Mentee 1 Dr Mentee 1', 'easily guessed'],
    [passphrase, 'grey geese', 'same passphrase twice'],
  ])('“%s” and “%s” make no pack', async (words, again, sentence) => {
    const { status, main } = await fill('pack/new', { passphrase: words, again })
    expect(status).toBe(422)
    expect(main).toContain(sentence)
    expect(main).not.toContain(`value="${words}"`)
  })
})

describe('a pack that was made', () => {
  let code = ''
  beforeAll(async () => {
    const form = {
      idempotencyKey: crypto.randomUUID(),
      to: 'pack/reflection',
      ...twice(passphrase),
    }
    const both = await Promise.all([fill('pack/new', form), fill('pack/new', form)])
    const codes = both.map(({ main }) => codeIn(main)).filter((found) => found !== '')
    expect([both.map(({ status }) => status), codes.length]).toEqual([[200, 200], 1])
    code = codes[0] ?? ''
    const again = await fill('pack/new', form)
    expect([again.status, codeIn(again.main)]).toEqual([200, ''])
    expect(again.main).toContain('/pack/recovery-code')
    expect(again.main).toContain('/pack/reflection"')
  })

  test('takes a self-assessment, which can be changed until the document is opened', async () => {
    const form = { 'rating-strengths': '2', 'sentence-strengths': `As I think: ${secret}.` }
    expect((await fill('pack/self-assessment', {})).status).toBe(422)
    expect((await fill('pack/self-assessment', form)).to).toBe(at('feedback'))
    await fill('pack/self-assessment', { ...form, 'rating-strengths': '4' })
    expect(await look('pack/self-assessment')).toMatch(
      /value="4"[^>]*checked|checked[^>]*value="4"/,
    )
    expect(await look('feedback')).toContain('You have written your self-assessment')
    const early = wordsIn(await bytesOf('pack/file.docx'))
    expect(early).toContain(secret)
    expect(early).not.toMatch(/group says|made no point|agreed to as a group/)
    expect((await fill('feedback/open', {})).to).toBe(at('feedback'))
    expect(await look('feedback')).toContain(said)
    const late = await fill('pack/self-assessment', { ...form, 'rating-strengths': '1' })
    expect(late.to).toBe(at('pack/self-assessment'))
    const main = await look('pack/self-assessment')
    expect(main).toContain('4 of 5: rather positively')
    expect(main).toContain(secret)
    expect(main).toContain(said)
  })

  test('takes a reflection, and gives it as PDF and Word', async () => {
    expect((await fill('pack/reflection', { tags: 'trust' })).status).toBe(422)
    const long = await fill('pack/reflection', { next: 'Listen.', byWhen: 'x'.repeat(101) })
    expect([long.status, long.main.includes('Listen.')]).toEqual([422, true])
    const form = { happened: `They told me of ${secret}.`, action: 'Stop at five', byWhen: 'May' }
    const idempotencyKey = crypto.randomUUID()
    await fill('pack/reflection', { idempotencyKey, happened: 'Before I went back.' })
    const later = { ...form, idempotencyKey, tags: ['trust', 'x'] }
    expect((await fill('pack/reflection', later)).to).toBe(at('pack'))
    const json = writeChanges([{ changeId: crypto.randomUUID(), text: 'I end on time.' }])
    const writing = { owner: owner(), token: mentee.token, part: 'changes', json } as const
    succeeded(await writePart(signing.scope, writing))
    const pdf = (await bytesOf('pack/file.pdf')).toString('latin1')
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
    const word = wordsIn(await bytesOf('pack/file.docx'))
    for (const words of [
      secret,
      said,
      'Stop at five',
      'I end on time.',
      'Trust and professionalism',
      'Dr Mentee 1',
    ])
      expect(word).toContain(words)
    expect(word).toContain('not colleague feedback as the GMC asks')
    expect(word).not.toMatch(/Dr Mentor|[Vv]ersion \d|\d+ mentors|Knowledge, skills/)
  })

  test('stays open when the server starts anew, and is closed in another sign-in', async () => {
    expect(await look('pack/reflection', mentee, serverOn(database))).toContain(secret)
    expect(await look('pack/passphrase')).toContain('save it as a file')
    const other = await signInAgain(database, mentee)
    for (const page of ['pack', 'pack/reflection', 'pack/self-assessment', 'pack/file.pdf'])
      expect(await look(page, other)).not.toContain(secret)
    const form = { current: 'grey geese fly north', to: 'pack/reflection' }
    expect((await fill('pack/open', form, other)).main).toContain('This is not your passphrase')
    expect((await fill('pack/reflection', { next: 'Mine.' }, other)).status).toBe(422)
    const right = { ...form, current: passphrase }
    expect((await fill('pack/open', right, other)).to).toBe(at('pack/reflection'))
    expect(await look('pack/reflection', other)).toContain(secret)
    await send(server, '/sign-out', { as: other })
    await closeEndedPacks(signing.scope, new Date())
    const openings = await signing.change((tx) =>
      tx.selectFrom('reflectionOpenings').selectAll().execute(),
    )
    expect(openings).toHaveLength(1)
    expect(openings.map(({ sealedKey }) => openForSignIn(owner(), sealedKey, other.token))).toEqual(
      [null],
    )
  })

  test('does not exist for anybody who is not a mentee, whatever they are', async () => {
    const { administrator, lead, facilitator, researcher, mentors } = signing
    const others = [administrator, lead, facilitator, researcher, mentors[0] ?? lead]
    const asked = packRoutes.flatMap((route) => others.map((as) => ({ ...route, as })))
    const replies = asked.map(async ({ method, path, as }) => {
      const form = method === 'POST' ? { form: { idempotencyKey: crypto.randomUUID() } } : {}
      const address = path.replace(':programme', signing.programmeId)
      return (await visit(server, address, { as, ...form })).status
    })
    expect(new Set(await Promise.all(replies))).toEqual(new Set([404]))
  })

  test('is not the one that another mentee finds', async () => {
    const stranger = signing.mentees[1]
    for (const { path } of packRoutes.filter(({ method }) => method === 'GET')) {
      const page = path.replace('/programmes/:programme/', '')
      expect(await look(page, stranger)).not.toMatch(/quokkas|pack is closed/)
    }
  })

  test('is not asked for once a document was opened, also if it is no longer shown', async () => {
    const [, other = mentee] = signing.mentees
    expect(await look('feedback', other)).toContain('Until then you can write down')
    await signing.change((tx, { organisationId, programmeId }) =>
      putDocumentOpening(tx, { organisationId, programmeId, menteeId: other.personId }),
    )
    expect(await look('feedback', other)).toContain('nothing for you to do now')
  })

  describe('and whoever has the database and the master key', () => {
    test('reads nothing', async () => {
      expect(await attackPack(database, owner())).toEqual([])
    })

    test('would read it with the cookie, so the attack is one', async () => {
      const read = await attackPack(database, owner(), { tokens: [mentee.token] })
      expect(read.join('\n')).toContain(secret)
    })

    test('would read it if its key were kept under the programme’s', async () => {
      const { organisationId, programmeId, participantId } = owner()
      const leak = { organisationId, programmeId, participantId, part: 'leak' }
      await signing.change(async (tx, { programmeKey }) => {
        const rows = await tx.selectFrom('reflectionOpenings').select('sealedKey').execute()
        const key = openForSignIn(owner(), rows[0]?.sealedKey ?? Buffer.of(), mentee.token)
        const context = `reflection_parts/${programmeId}/${participantId}/leak`
        const sealed = seal(programmeKey, key ?? '', context)
        await tx
          .insertInto('reflectionParts')
          .values({ ...leak, sealed })
          .execute()
      })
      expect((await attackPack(database, owner())).join('\n')).toContain(secret)
      await signing.change((tx) =>
        tx.deleteFrom('reflectionParts').where('part', '=', 'leak').execute(),
      )
    })

    test('finds no word of it in what is written anywhere, nor in the logs', async () => {
      const everything = await everythingWritten(database, signing)
      const all = [everything, ...lines].join('\n')
      expect(lines.length).toBeGreaterThan(20)
      for (const words of [secret, passphrase, code, code.replaceAll('-', ''), mentee.token])
        expect([words, all.includes(words)]).toEqual([words, false])
      const entries = await signing.change((tx) =>
        tx.selectFrom('auditEntries').selectAll().where('event', 'like', 'reflection%').execute(),
      )
      expect(entries.length).toBeGreaterThan(3)
      for (const { actorId, subject, details } of entries)
        expect([actorId, subject, details]).toEqual([null, null, {}])
    })
  })

  test('opens with the recovery code, under a new passphrase', async () => {
    expect((await fill('pack/close', {})).to).toBe(at('pack'))
    expect(await look('pack/reflection')).toContain('Open your reflection pack first')
    const wrong = await fill('pack/recover', {
      code: code.replace(/^./, 'U'),
      ...twice(passphrase),
    })
    expect(wrong.main).toContain('This is not your recovery code')
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')}`
    const form = { code: typed, idempotencyKey: crypto.randomUUID() }
    const renewed = await fill('pack/recover', { ...form, ...twice('seven slow brown snails') })
    expect(renewed.to).toBe(at('pack'))
    const gone = await fill('pack/recover', { ...form, ...twice('eight slow brown snails') })
    expect([gone.status, gone.main.includes('changed since you opened')]).toEqual([422, true])
    expect(await look('pack/reflection')).toContain(secret)
    const next = await fill('pack/recovery-code', { current: 'seven slow brown snails' })
    expect(codeIn(next.main)).not.toBe('')
    const old = await fill('pack/recover', { code, ...twice(passphrase) })
    expect(old.main).toContain('This is not your recovery code')
  })

  test('is gone once it is deleted, with all that was in it', async () => {
    expect((await fill('pack/delete', {})).status).toBe(422)
    expect((await fill('pack/delete', { delete: 'yes' })).to).toBe(at('pack'))
    const rows = await signing.change((tx) =>
      tx.selectFrom('reflectionParts').selectAll().execute(),
    )
    expect(rows).toEqual([])
    expect(await look('pack')).toContain('Make your reflection pack')
  })
})
