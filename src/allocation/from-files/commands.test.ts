import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CommandInput } from '../../cli/command.ts'
import { commands } from '../commands.ts'

/** willingness.csv of the example study without M6, who leaves before the draw. */
const paper = `mentor,mentee,willing
M1,C1,1
M1,C2,1
M1,C3,1
M1,C4,1
M1,C5,1
M2,C1,1
M2,C2,1
M2,C3,0
M2,C4,1
M2,C5,0
M3,C1,0
M3,C2,1
M3,C3,1
M3,C4,1
M3,C5,1
M4,C1,1
M4,C2,1
M4,C3,1
M4,C4,1
M4,C5,1
M5,C1,1
M5,C2,0
M5,C3,1
M5,C4,0
M5,C5,1
`

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turnabout-allocate-'))
})
afterAll(() => rm(folder, { recursive: true }))

const file = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

const allocate = async (path: string, options: CommandInput['options'] = {}) => {
  const printed: string[] = []
  const input = { supervisor: 'ask', ...options }
  const outcome = await commands[0]?.run({
    arguments: [path],
    options: input,
    stdin: process.stdin,
    write: (text) => printed.push(text),
  })
  const problem = outcome?.ok === false ? outcome : null
  const sentence = problem?.sentence.replaceAll(`${folder}/`, '').split('\n') ?? []
  return { text: printed.join(''), problem, sentence }
}

const json = async (path: string, options: CommandInput['options'] = {}) =>
  JSON.parse((await allocate(path, { ...options, json: true })).text)

describe('turnabout allocate', () => {
  test('prints the pairs, how many pairings were possible, and the seed', async () => {
    const { text } = await allocate(await file('paper.csv', paper), { seed: 'sheffield' })
    expect(text).toBe(`mentor  mentee
M1      C3
M2      C2
M3      C4
M4      C5
M5      C1

Possible pairings: 40, each equally likely.
Method: exact, every possible pairing is counted.
Seed: sheffield (the same seed and the same tables give the same pairs)
`)
  })

  test('--json has the same', async () => {
    expect(await json(await file('paper.csv', paper), { seed: 'sheffield' })).toEqual({
      feasible: true,
      count: '40',
      method: 'exact',
      seed: 'sheffield',
      pairs: [
        { mentor: 'M1', mentee: 'C3' },
        { mentor: 'M2', mentee: 'C2' },
        { mentor: 'M3', mentee: 'C4' },
        { mentor: 'M4', mentee: 'C5' },
        { mentor: 'M5', mentee: 'C1' },
      ],
      forced: [],
      unpaired: [],
      draws: [],
    })
  })

  test('without --seed each draw has a new seed, which repeats it', async () => {
    const path = await file('paper.csv', paper)
    const [one, other] = [await json(path), await json(path)]
    expect(one.seed).not.toBe(other.seed)
    expect(await json(path, { seed: one.seed })).toEqual(one)
  })

  test('--draws tallies so many draws, the first of which is the allocation', async () => {
    const path = await file('paper.csv', paper)
    const { pairs, draws } = await json(path, { seed: 'sheffield', draws: '200' })
    expect(pairs).toEqual((await json(path, { seed: 'sheffield' })).pairs)
    expect(draws.reduce((sum: number, { n }: { n: number }) => sum + n, 0)).toBe(200)
    expect(await json(path, { seed: 'sheffield', draws: '1' })).toMatchObject({
      draws: [{ pairs, n: 1 }],
    })
  })

  test('names pairs that are not left to chance, people without a partner, and the tally', async () => {
    const path = await file('forced.csv', 'mentor,mentee,willing\nA,X,1\nB,Y,1\nC,Y,1\nD,Y,0\n')
    const { text } = await allocate(path, { seed: 'five', draws: '3' })
    expect(text).toBe(`mentor  mentee
A       X
B       Y

In every possible pairing, so not left to chance: A–X.
Without a partner: C and D.
Possible pairings: 2, each equally likely.
Method: exact, every possible pairing is counted.
Seed: five (the same seed and the same tables give the same pairs)

3 draws gave 2 different pairings; the first draw is the one above:
      2  A–X, C–Y
      1  A–X, B–Y
`)
  })

  test('does not depend on the order of the rows', async () => {
    const [header, ...rows] = paper.trim().split('\n')
    const turned = [header, ...rows.toReversed()].join('\r\n')
    expect(await json(await file('turned.csv', turned), { seed: 's' })).toEqual(
      await json(await file('paper.csv', paper), { seed: 's' }),
    )
  })
})

describe('own supervisors', () => {
  const willing = 'mentor,mentee,willing\nA,X,1\nA,Y,1\nB,X,1\nB,Y,1\nC,X,1\nC,Y,0\n'
  const counted = async (supervisor: string, supervises: string) => {
    const options = { supervisor, supervises: await file('supervises.csv', supervises), seed: 's' }
    return allocate(await file('willing.csv', willing), { ...options, json: true })
  }

  test.each([
    ['ask', 'mentor,mentee\nA,X\nB,X\n', '4'],
    ['forbid', 'mentor,mentee\nA,X\nB,X\n', '2'],
    ['avoid', 'mentor,mentee\nA,Y\nB,Y\n', '4'],
    ['avoid', 'mentor,mentee\nA,Y\n', '2'],
  ])('%s with %j leaves the possible pairings: %s', async (supervisor, supervises, count) => {
    expect(JSON.parse((await counted(supervisor, supervises)).text).count).toBe(count)
  })

  test('avoid says how few there are', async () => {
    const supervises = await file('supervises.csv', 'mentor,mentee\nA,Y\nB,Y\n')
    const options = { supervisor: 'avoid', supervises, seed: 's' }
    const { text } = await allocate(await file('willing.csv', willing), options)
    expect(text).toContain('the fewest mentors paired with their own supervisor (1)')
  })

  test('a rule without the table of supervisors is a problem', async () => {
    const { sentence } = await allocate(await file('paper.csv', paper), { supervisor: 'forbid' })
    expect(sentence).toEqual([
      '--supervisor forbid needs to know who supervises whom. Add --supervises with a table of mentor and mentee.',
    ])
  })
})

describe('when not everybody can be paired', () => {
  const stuck = 'mentor,mentee,willing\nA,X,1\nB,X,1\nC,X,1\nC,Y,1\nC,Z,1\n'

  test('the sentence names the groups and what to do', async () => {
    const { text, sentence } = await allocate(await file('stuck.csv', stuck))
    expect(text).toBe('')
    expect(sentence).toEqual([
      'The 3 mentees cannot all be paired: at most 2 can. The 2 mentees Y and Z have between them only 1 possible partner: C. The 2 mentors A and B have between them only 1 possible partner: X. Ask mentors to reconsider, or add somebody, and draw again.',
    ])
  })

  test('--json prints the groups on standard output, and nothing is printed twice', async () => {
    const { text, problem } = await allocate(await file('stuck.csv', stuck), { json: true })
    expect(problem?.isReported).toBe(true)
    const because = [
      { side: 'mentees', members: ['Y', 'Z'], neighbours: ['C'] },
      { side: 'mentors', members: ['A', 'B'], neighbours: ['X'] },
    ]
    expect(JSON.parse(text)).toEqual({
      feasible: false,
      maximum: 2,
      because,
      groups: 2,
      deficient: because,
      problem: { kind: 'allocation.no_complete_pairing' },
    })
  })

  test('a person with zeros alone takes part and has no possible partner', async () => {
    const path = await file('nobody.csv', 'mentor,mentee,willing\nA,X,1\nB,X,1\nA,Y,0\n')
    const { sentence } = await allocate(path)
    expect(sentence[0]).toContain('The mentee Y has no possible partner.')
  })
})

describe('everything that is wrong with the tables is named with its place', () => {
  test('a table without rows, and one without a header', async () => {
    const empty = await allocate(await file('empty.csv', 'mentor,mentee,willing\n'))
    expect(empty.sentence).toEqual([
      'There are no mentees, so there is nobody to pair. Add rows with a mentor and a mentee.',
    ])
    const blank = await allocate(await file('blank.csv', ''), { json: true })
    expect(blank.problem?.problem.kind).toBe('allocation.input')
    expect(blank.text).toBe('')
  })

  test('files that are not there', async () => {
    const { sentence } = await allocate(join(folder, 'none.csv'), { supervises: folder })
    expect(sentence).toEqual([
      'none.csv: there is no such file; correct the name.',
      `${folder}: this is a folder; name the table inside it.`,
    ])
  })

  test('columns that are missing or there twice', async () => {
    const { sentence } = await allocate(await file('columns.csv', 'mentor,mentor,willing\nA,B,1\n'))
    expect(sentence).toEqual([
      'columns.csv, row 1, column mentee: the column is missing; add it.',
      'columns.csv, row 1, column mentor: the column stands here twice; keep one.',
    ])
  })

  test('cells, repeated pairs and unknown people, in both tables at once', async () => {
    const path = await file(
      'wrong.csv',
      'mentor,mentee,willing\nA,X,yes\n,X,1\nA,X,1\n A,Y,1\n\nB,Y,\n',
    )
    const supervises = await file('who.csv', 'mentor,mentee\nA,X\nQ,X\nX,A\nA,X\n')
    const { sentence } = await allocate(path, { supervises })
    expect(sentence).toEqual([
      'wrong.csv, row 2, column willing: “yes” is not known; write 1 (willing) or 0 (not).',
      'wrong.csv, row 3, column mentor: the cell is empty; fill it in.',
      'wrong.csv, row 4: A with X is in row 2 already; keep one of the two rows.',
      'wrong.csv, row 5, column mentor: “ A” has a space before or after it; remove the space.',
      'wrong.csv, row 7, column willing: “” is not known; write 1 (willing) or 0 (not).',
      'who.csv, row 3, column mentor: “Q” is not a mentor in the willingness table; add rows there or correct the id.',
      'who.csv, row 4, column mentor: “X” is not a mentor in the willingness table; add rows there or correct the id.',
      'who.csv, row 4, column mentee: “A” is not a mentee in the willingness table; add rows there or correct the id.',
      'who.csv, row 5: A with X is in row 2 already; keep one of the two rows.',
    ])
  })

  test.each(['0', '-1', '1.5', 'ten', '1000001'])('--draws %s', async (draws) => {
    const { sentence } = await allocate(await file('paper.csv', paper), { draws })
    expect(sentence).toEqual([`--draws is “${draws}”. Give a whole number from 1 to 1000000.`])
  })

  test('an empty seed', async () => {
    const { problem } = await allocate(await file('paper.csv', paper), { seed: '' })
    expect(problem?.problem.kind).toBe('allocation.seed')
  })
})
