import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { buildAssets } from '../../../scripts/build-assets.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turnabout-assets-'))
  await buildAssets(folder)
})
afterAll(() => rm(folder, { recursive: true }))

const manifestSchema = z.strictObject({ css: z.string(), js: z.string(), icon: z.string() })
const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')
const readManifest = async () => manifestSchema.parse(JSON.parse(await read('manifest.json')))

test('every file of the manifest is there, named by its content', async () => {
  const names = Object.values(await readManifest())
  const files = await readdir(folder)
  expect(names.every((name) => /^turnabout-[A-Z0-9]{8}\.(css|js|svg)$/.test(name))).toBe(true)
  expect(files).toEqual(expect.arrayContaining(names))
})

test('building again gives the same names', async () => {
  const before = await readManifest()
  await buildAssets(folder)
  expect(await readManifest()).toEqual(before)
})

test('the style sheet asks no other host for anything, and its files are beside it', async () => {
  const css = await read((await readManifest()).css)
  const files = await readdir(folder)
  const asked = [...css.matchAll(/url\(["']?([^"')]+)/g)].map(([, address = '']) => address)
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.every((address) => files.includes(address.replace('./', '')))).toBe(true)
  expect(css).not.toContain('@font-face')
})

test('no logo of the health service is shipped', async () => {
  const files = await readdir(folder)
  expect(files.filter((name) => /favicon|logo|nhsuk-icon-(mask|\d)/.test(name))).toEqual([])
})
