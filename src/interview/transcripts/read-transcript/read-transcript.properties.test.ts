/** Whatever comes, reading does not throw; and no word that was said is lost. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesOf } from './lines.ts'
import { readPlainText } from './read-plain-text.ts'
import { readSrt } from './read-srt.ts'
import { readOlderTeamsText, readTeamsText } from './read-teams-text.ts'
import { readTranscript, readTranscriptText } from './read-transcript.ts'
import { readVtt } from './read-vtt.ts'
import { readZoomText } from './read-zoom-text.ts'

const runs = { numRuns: 300 }

const piece = fc.constantFrom(
  ...['WEBVTT', '\n', '\r\n', '\n\n', '00:00:01.000 --> 00:00:02.000', '0:0:1.0 --> x', '<v Ann>'],
  ...['</v>', 'Ann Lee:', '[Ann Lee] 10:03:11', 'Ann Lee   0:03', '{\\an8}', '&amp;', '&#x110000;'],
  ...['NOTE ', '\uFEFF', '\0', '“', '--> ', '12', 'word', ': ', '\u2028', '<', '>', '&#0;'],
)
const wild = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

test('no text makes a reader throw', () => {
  fc.assert(
    fc.property(wild, (text) => {
      const lines = linesOf(text)
      for (const read of [readVtt, readSrt, readPlainText, readZoomText, readTeamsText])
        expect(() => read(lines)).not.toThrow()
      expect(() => readOlderTeamsText(lines)).not.toThrow()
      const read = readTranscriptText(text)
      if (read.ok) expect(read.value.every(({ text: said }) => said.trim() !== '')).toBe(true)
    }),
    runs,
  )
})

test('no bytes make the reading of a file throw', async () => {
  const zipLike = fc
    .uint8Array({ maxLength: 200 })
    .map((bytes) => Buffer.concat([Buffer.from('PK\x03\x04'), bytes]))
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), zipLike), async (bytes) => {
      await expect(readTranscript(bytes)).resolves.toHaveProperty('ok')
    }),
    runs,
  )
})

const word = fc.stringMatching(/^[a-zéß’]{1,8}$/)
const name = fc.constantFrom('Ann Lee', 'Quill, Nadia (Guest)', 'Zoë van der Berg', '田中太郎')
const said = fc
  .array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 })
  .map((lines) => lines.map((words) => words.join(' ')))
const spoken = fc.array(fc.record({ name, said }), { minLength: 1, maxLength: 8 })
type Spoken = { readonly name: string; readonly said: readonly string[] }

const clock = (index: number, sign: string): string =>
  `00:${String(index).padStart(2, '0')}:07${sign}250`
const arrow = (index: number, sign: string) => `${clock(index, sign)} --> ${clock(index + 1, sign)}`

const forms: Readonly<Record<string, (all: readonly Spoken[]) => string>> = {
  'Teams VTT': (all) =>
    `WEBVTT\n\n${all.map((one, at) => `id/${at}-0\n${arrow(at, '.')}\n<v ${one.name}>${one.said.join('\n')}</v>`).join('\n\n')}`,
  'Zoom VTT': (all) =>
    `WEBVTT\n\n${all.map((one, at) => `${at + 1}\n${arrow(at, '.')}\n${one.name}: ${one.said.join('\n')}`).join('\n\n')}`,
  SubRip: (all) =>
    all
      .map((one, at) => `${at + 1}\n${arrow(at, ',')}\n${one.name}: ${one.said.join('\n')}\n`)
      .join('\n'),
  'Zoom text': (all) =>
    all.map((one, at) => `[${one.name}] 10:${10 + at}:11\n${one.said.join('\n')}\n`).join('\n'),
  'Teams text': (all) =>
    all.map((one, at) => `${one.name}   ${at}:03\n${one.said.join('\n')}\n`).join('\n'),
  'typed text': (all) => all.map((one) => `${one.name}: ${one.said.join('\n')}\n`).join('\n'),
}

describe('no word is lost, and each is its speaker’s', () => {
  test.each(Object.entries(forms))('%s', (_, write) => {
    fc.assert(
      fc.property(spoken, (all) => {
        const read = readTranscriptText(write(all))
        if (!read.ok) throw new Error(read.problem.kind)
        const words = read.value.flatMap(({ speaker, text }) =>
          text.split(' ').map((one) => `${speaker} ${one}`),
        )
        const expected = all.flatMap((one) =>
          one.said.flatMap((line) => line.split(' ').map((each) => `${one.name} ${each}`)),
        )
        expect(words).toEqual(expected)
      }),
      runs,
    )
  })

  test('typed text without names', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(said, fc.constant([''])), { minLength: 1 }), (paragraphs) => {
        const text = paragraphs.flat().join('\n')
        const words = text.split(/\s+/).filter((one) => one !== '')
        const read = readTranscriptText(text)
        expect(read.ok ? read.value.flatMap((one) => one.text.split(' ')) : []).toEqual(words)
      }),
      runs,
    )
  })
})
