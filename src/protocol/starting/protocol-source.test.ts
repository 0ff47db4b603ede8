import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sheffield } from '../../../tests/support/protocols.ts'
import { parseProtocol } from '../rules.ts'
import { textOfFile } from './protocol-source.ts'

const file = readFileSync('protocols/sheffield-2022.json', 'utf8')

/** The same protocol with other white space wherever JSON allows some, and with or without a byte order mark. */
const spaced = fc
  .record({
    hasMark: fc.boolean(),
    spaces: fc.array(
      fc.string({ unit: fc.constantFrom(' ', '\t', '\n', '\r\n', '\r'), maxLength: 3 }),
      {
        minLength: 1,
        maxLength: 40,
      },
    ),
  })
  .map(({ hasMark, spaces }) => {
    let place = 0
    const next = () => spaces[place++ % spaces.length] ?? ''
    const tokens =
      JSON.stringify(sheffield).match(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^[\]{},:"]+/g) ?? []
    return `${hasMark ? '\uFEFF' : ''}${tokens.map((token) => next() + token).join('')}${next()}`
  })

test('a file comes out as it went in, to the byte, however it is spaced', () => {
  fc.assert(
    fc.property(spaced, (text) => {
      const bytes = new TextEncoder().encode(text)
      const read = textOfFile(bytes)
      expect(read.ok && Buffer.from(read.value, 'utf8').equals(bytes)).toBe(true)
      expect(parseProtocol(text)).toEqual({ ok: true, value: sheffield })
    }),
    { numRuns: 200 },
  )
})

test('bytes that are not UTF-8 are refused: they would not come out as they went in', () => {
  const latin = Buffer.from(file.replace('Mentor', 'Mentör'), 'latin1')
  expect(textOfFile(latin)).toEqual({ ok: false, problem: { kind: 'protocol.not_utf8' } })
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      const read = textOfFile(bytes)
      if (read.ok) expect([...Buffer.from(read.value, 'utf8')]).toEqual([...bytes])
    }),
  )
})
