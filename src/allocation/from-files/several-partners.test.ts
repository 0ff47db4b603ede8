/** The options that say who is never paired, and how many partners people may have. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CommandInput } from '../../cli/command.ts'
import { commands } from '../commands.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turnabout-partners-'))
})
afterAll(() => rm(folder, { recursive: true }))

const file = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

const allocate = async (path: string, options: CommandInput['options']) => {
  const printed: string[] = []
  const outcome = await commands[0]?.run({
    arguments: [path],
    options: { supervisor: 'ask', ...options },
    stdin: process.stdin,
    write: (text) => printed.push(text),
  })
  const sentence = outcome?.ok === false ? outcome.sentence.replaceAll(`${folder}/`, '') : ''
  return { text: printed.join(''), sentence: sentence.split('\n') }
}

const json = async (path: string, options: CommandInput['options']) =>
  JSON.parse((await allocate(path, { ...options, json: true })).text)

const all = 'mentor,mentee,willing\nA,X,1\nA,Y,1\nA,Z,1\nB,X,1\nB,Y,1\nB,Z,1\n'

describe('pairs that are excluded', () => {
  test('are never drawn, whoever is willing', async () => {
    const willing = await file('pairs.csv', 'mentor,mentee,willing\nA,X,1\nA,Y,1\nB,X,1\nB,Y,1\n')
    const excluded = await file('excluded.csv', 'mentor,mentee\nA,X\n')
    expect(await json(willing, { seed: 's', excluded })).toMatchObject({
      count: '1',
      pairs: [
        { mentor: 'A', mentee: 'Y' },
        { mentor: 'B', mentee: 'X' },
      ],
    })
  })

  test('of people who are not in the willingness are a mistake in the table', async () => {
    const excluded = await file('excluded.csv', 'mentor,mentee\nC,W\n')
    const { sentence } = await allocate(await file('willing.csv', all), { excluded })
    expect(sentence).toEqual([
      'excluded.csv, row 2, column mentor: “C” is not a mentor in the willingness table; add rows there or correct the id.',
      'excluded.csv, row 2, column mentee: “W” is not a mentee in the willingness table; add rows there or correct the id.',
    ])
  })
})

describe('several partners', () => {
  test('two mentees per mentor: one of two mentors has two of three mentees', async () => {
    const options = { seed: 's', menteesPerMentor: '2' }
    const { count, pairs, unpaired } = await json(await file('all.csv', all), options)
    expect([count, pairs.length, unpaired]).toEqual(['6', 3, []])
  })

  test('two mentors per mentee', async () => {
    const path = await file('one.csv', 'mentor,mentee,willing\nA,X,1\nB,X,1\nC,X,1\n')
    const { count, pairs } = await json(path, { seed: 's', mentorsPerMentee: '2' })
    expect([count, pairs.length]).toEqual(['3', 2])
  })

  test.each(['0', '6', '1.5', 'two'])('--mentees-per-mentor %s', async (menteesPerMentor) => {
    const { sentence } = await allocate(await file('all.csv', all), { menteesPerMentor })
    expect(sentence).toEqual([
      `--mentees-per-mentor is “${menteesPerMentor}”. Give a whole number from 1 to 5.`,
    ])
  })

  test('on both sides is a problem', async () => {
    const options = { menteesPerMentor: '2', mentorsPerMentee: '2' }
    const { sentence } = await allocate(await file('all.csv', all), options)
    expect(sentence).toEqual([
      'Either mentors or mentees can have several partners. Leave out --mentees-per-mentor or --mentors-per-mentee.',
    ])
  })
})
