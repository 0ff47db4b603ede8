/** The commands as people type them: beside a running server, alone, used wrongly. */
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  ask,
  base,
  expectNothingRuns,
  folder,
  isReady,
  postmaster,
  prepareInstallation,
  settings,
  stop,
} from './support/installation.ts'
import { linkOf, startServer, turnabout } from './support/program.ts'

prepareInstallation()

describe('the command line', () => {
  const study = 'examples/sheffield-2022'

  test('beside a running server imports into its database and does not stop it', async () => {
    const server = startServer(settings())
    await linkOf(server)
    const pid = await postmaster()
    const imported = await turnabout(
      ['import', study, '--organisation', 'Northgate', '--json'],
      settings(),
    )
    expect(imported).toMatchObject({ code: 0, errors: '' })
    expect(JSON.parse(imported.output)).toMatchObject({ organisation: 'Northgate' })
    expect(await isReady()).toBe('ready\n')
    expect(await postmaster()).toBe(pid)
    await stop(server)
    await expectNothingRuns()
  })

  test('alone starts the database and stops it again', async () => {
    const imported = await turnabout(['import', study, '--organisation', 'Northgate'], settings())
    expect(imported).toMatchObject({ code: 0, errors: '' })
    expect(imported.output).toMatch(/^Imported into Northgate as the programme /)
    await expectNothingRuns()
  })

  test('prints a link with which somebody of the staff signs in, and nobody else', async () => {
    const server = startServer(settings())
    const email = 'ada@northgate.example'
    const form = { organisationName: 'Northgate', name: 'Ada', email }
    const body = new URLSearchParams({ idempotencyKey: crypto.randomUUID(), ...form })
    const headers = { origin: base() }
    await ask(`${await linkOf(server)}/own`, { method: 'POST', headers, body, redirect: 'manual' })
    const made = await turnabout(['sign-in-link', 'ADA@northgate.example'], settings())
    expect(made).toMatchObject({ code: 0, errors: '' })
    const [, link = ''] = /^Northgate: (\S+)\n$/.exec(made.output) ?? []
    const button = new URLSearchParams({ idempotencyKey: crypto.randomUUID() })
    const pressed = { method: 'POST', headers, body: button, redirect: 'manual' } as const
    expect((await ask(link, pressed)).headers.get('set-cookie')).toContain('turnabout=')
    const unknown = await turnabout(['sign-in-link', 'nobody@northgate.example'], settings())
    expect(unknown).toMatchObject({ code: 1, output: '' })
    expect(unknown.errors).toContain('Nobody on the staff has this email address')
    await stop(server)
  })

  test('--help lists the commands', async () => {
    const { code, output } = await turnabout(['--help'])
    expect(code).toBe(0)
    for (const command of ['serve', 'analyse', 'import', 'export', 'allocate', 'statistic']) {
      expect(output).toMatch(new RegExp(`^  ${command}\\b`, 'm'))
    }
  })

  test.each([
    { given: ['nonsense'] },
    { given: ['analyse'] },
    { given: ['analyse', study, '--quartiles', 'guessed'] },
    { given: ['analyse', study, '--nonsense'] },
    { given: ['export', 'x'] },
    { given: [] },
  ])('used wrongly exits 2 and says how: $given', async ({ given: words }) => {
    const { code, errors, output } = await turnabout(words)
    expect(code).toBe(2)
    expect(errors).not.toBe('')
    expect(errors).not.toContain('    at ')
    expect(output).toBe('')
  })

  test('with a problem exits 1 and says it in a sentence, with --json also as JSON', async () => {
    const missing = path.join(folder(), 'no-such-study')
    const plain = await turnabout(['analyse', missing])
    expect(plain).toMatchObject({ code: 1, output: '' })
    expect(plain.errors).toContain('there is no such folder')
    const json = await turnabout(['analyse', missing, '--json'])
    expect(json).toMatchObject({ code: 1, errors: plain.errors })
    expect(JSON.parse(json.output)).toMatchObject({ problem: { kind: 'study_folder.invalid' } })
  })

  test('asked for a programme that there is not says so', async () => {
    const out = path.join(folder(), 'exported')
    const { code, errors } = await turnabout(['export', 'nonsense', '--out', out], settings())
    expect(code).toBe(1)
    expect(errors).toMatch(/^There is no programme nonsense\. [^\n]*\n$/)
    await expectNothingRuns()
  })
})
