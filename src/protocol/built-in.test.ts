import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listBuiltInProtocols, loadBuiltInProtocol } from './built-in.ts'
import { sentenceOfProtocolProblem } from './problems.ts'

const projectRoot = fileURLToPath(new URL('../..', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'protocols-'))
  await mkdir(join(folder, 'protocols'))
  await writeFile(join(folder, 'protocols', 'broken.json'), '{"format": 1')
  await writeFile(join(folder, 'outside.json'), '{}')
})
afterAll(() => rm(folder, { recursive: true }))

test('the protocol of the published study comes with the product', async () => {
  const protocol = await loadBuiltInProtocol(projectRoot, 'sheffield-2022')
  expect(protocol).toMatchObject({ ok: true, value: { protocol: { id: 'sheffield-2022' } } })
})

test.each(['nowhere-1999', '../outside', ''])('there is no built-in protocol “%s”', async (id) => {
  expect(await loadBuiltInProtocol(folder, id)).toEqual({
    ok: false,
    problem: { kind: 'protocol.not_found', id },
  })
  expect(sentenceOfProtocolProblem({ kind: 'protocol.not_found', id })).toContain(`“${id}”`)
})

test('a built-in protocol that is cut short is refused, not called absent', async () => {
  expect(await loadBuiltInProtocol(folder, 'broken')).toMatchObject({
    problem: { kind: 'protocol.not_json', line: 1, column: 13 },
  })
})

test('all of them are listed, that of the published study first', async () => {
  const listed = await listBuiltInProtocols(projectRoot)
  expect(listed.map(({ id }) => id)).toEqual([
    'sheffield-2022',
    'sheffield-2022-online',
    'reciprocal-edi',
  ])
})

test('one that is broken is a defect of the installation, not left out', async () => {
  await expect(listBuiltInProtocols(folder)).rejects.toThrow('protocols/broken.json')
})
