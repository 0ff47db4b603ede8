import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { commands } from './commands.ts'

const statistic = async (name: string, stdin: NodeJS.ReadableStream) => {
  const written: string[] = []
  const write = (text: string) => {
    written.push(text)
  }
  const command = commands.find((each) => each.name === 'statistic')
  const outcome = await command?.run({ arguments: [name], options: {}, stdin, write })
  return { outcome, replies: written.map((text) => JSON.parse(text)) }
}

test('each line gets its reply, in order, and a line with a problem does not stop the next', async () => {
  const lines = [
    '{"values":[30,30,45,50,180]}',
    'thirty',
    '{"values":["30"]}',
    '{}',
    '',
    '{"values":[]}',
    '{"values":[7]}',
  ]
  const { outcome, replies } = await statistic('quartiles', Readable.from([lines.join('\n')]))
  expect(outcome).toEqual({ ok: true })
  expect(replies).toMatchObject([
    { n: 5, median: 45, tukey: [30, 50] },
    { problem: { kind: 'statistic.not_json', sentence: expect.stringContaining('not JSON') } },
    { problem: { kind: 'statistic.wrong_form', path: 'values.0' } },
    { problem: { kind: 'statistic.wrong_form', path: 'values' } },
    { problem: { kind: 'statistic.not_json' } },
    { problem: { kind: 'statistic.no_values' } },
    { n: 1, median: 7 },
  ])
})

test('a missing side of a pair is null in the line', async () => {
  const line = '{"before":[1,2,null],"after":[2,4,5]}\r\n'
  const { replies } = await statistic('signed-rank', Readable.from([line]))
  expect(replies).toMatchObject([
    { pairs: 2, excluded: 1, signedRank: { wPlus: 3, pExactFraction: '2/4' }, rankBiserial: 1 },
  ])
})

test('a test that could not be made is null among p-values', async () => {
  const { replies } = await statistic('holm', Readable.from(['{"p":[0.02,null,0.03]}\n']))
  expect(replies).toEqual([{ adjusted: [0.04, null, 0.04] }])
})

test('a reply is written before the next line comes', async () => {
  const written: string[] = []
  let writtenBeforeSecondLine = 0
  async function* lines() {
    yield '{"p":[0.01]}\n'
    await new Promise(setImmediate)
    writtenBeforeSecondLine = written.length
    yield '{"p":[0.02]}\n'
  }
  const write = (text: string) => {
    written.push(text)
  }
  const input = { arguments: ['holm'], options: {}, stdin: Readable.from(lines()), write }
  await commands[0]?.run(input)
  expect(writtenBeforeSecondLine).toBe(1)
  expect(written).toHaveLength(2)
})

test('an unknown name is a problem that lists the names there are', async () => {
  const { outcome, replies } = await statistic('t-test', Readable.from([]))
  expect(replies).toEqual([])
  expect(outcome).toMatchObject({
    ok: false,
    problem: { kind: 'statistic.unknown', available: ['signed-rank', 'quartiles', 'holm'] },
    sentence: expect.stringContaining('signed-rank, quartiles, holm'),
  })
})
