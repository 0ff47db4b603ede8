/** Each form that Teams, Zoom and others save, from files made by hand. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Passage } from '../model.ts'
import { sentenceOfTranscriptProblem } from '../problems.ts'
import { readTranscript, readTranscriptText } from './read-transcript.ts'

const fixture = (name: string): Promise<Buffer> =>
  readFile(path.resolve('tests/fixtures/transcripts', name))

const passagesOf = async (bytes: Uint8Array): Promise<readonly Passage[]> => {
  const read = await readTranscript(bytes)
  if (!read.ok) throw new Error(sentenceOfTranscriptProblem(read.problem))
  return read.value
}

/** `start–end speaker: text`, as short as it can be compared. */
const told = ({ start, end, speaker, text }: Passage): string =>
  `${start ?? ''}–${end ?? ''} ${speaker ?? '?'}: ${text}`

const begin = 'Shall we begin with the use of technology?'
const teams = [
  `3.52–9.1 Fay Facilitator: ${begin} Who would like to start?`,
  '11–15.25 Quill, Nadia (Guest): She types while we talk & she looks up results together with us.',
  "62–64 Bo Day: Yes. Nadia's right.",
]

describe('a file', () => {
  test.each<[string, string, readonly string[]]>([
    ['teams.vtt', 'Teams VTT, with voice tags, ids and CRLF', teams],
    ['teams-utf16.vtt', 'the same in UTF-16', teams],
    [
      'teams.docx',
      'Teams Word file of now',
      [
        `3– Fay Facilitator: ${begin}`,
        '11– Quill, Nadia (Guest): She types while we talk & she looks up results together with us.',
        '3602– Bo Day: Yes. Nadia’s right.',
      ],
    ],
    [
      'teams-older.docx',
      'Teams Word file of before',
      [
        `3.52–6.2 Fay Facilitator: ${begin}`,
        '11–15.25 Nadia Quill: She types while we talk.',
        '3662–3664 Bo Day: Yes.',
      ],
    ],
    [
      'zoom.vtt',
      'Zoom VTT, in which a colon makes no speaker',
      [
        `2.31–5.12 Fay Facilitator: ${begin}`,
        '5.9–12 Nadia Quill: She types while we talk. One thing: she never locks the screen.',
        '20–22 Bo Day: Yes.',
      ],
    ],
    [
      'zoom-saved-captions.txt',
      'Zoom captions with the time on the wall, counted from the first words',
      [
        `0– Fay Facilitator: ${begin}`,
        '3– Nadia Quill: She types while we talk. It is quick.',
        '69– Bo Day: Yes.',
      ],
    ],
    [
      'zoom-closed-captions.txt',
      'Zoom captions of before',
      [`0– ?: ${begin}`, '3– Nadia Quill: She types while we talk.', '69– Bo Day: Yes.'],
    ],
    [
      'plain.srt',
      'SubRip in Windows-1252, with marks',
      [
        `2.31–5.12 ?: ${begin}`,
        '5.9–9.87 Nadia Quill: She types while we talk – it’s quick.',
        '20–22 ?: - Yes. - No.',
      ],
    ],
    [
      'named.txt',
      'typed text in Windows-1252, in which a name holds until the next',
      [
        '– ?: Interview, first sitting',
        `– Facilitator: ${begin}`,
        '– Zoë Quill: She types while we talk. It is quick – “very quick”.',
        '– Zoë Quill: And she looks up results with us.',
        '– Bo Day: Yes.',
      ],
    ],
    [
      'without-names.txt',
      'typed text without names, a passage for each paragraph',
      [
        '– ?: We began with the use of technology. She types while we talk.',
        '– ?: Then somebody said that it is quick.',
      ],
    ],
    [
      'typed.docx',
      'typed Word file, without what was struck out',
      [`– Facilitator: ${begin}`, '– Nadia Quill: She types while we talk.'],
    ],
  ])('%s: %s', async (name, _, expected) => {
    expect((await passagesOf(await fixture(name))).map(told)).toEqual(expected)
  })

  test('is read the same with a byte order mark, in other encodings and with other line ends', async () => {
    const text = (await fixture('zoom.vtt')).toString('utf8')
    const swapped = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
    const others = [
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(text.replaceAll('\n', '\r\n')),
      Buffer.from(text.replaceAll('\n', '\r')),
      Buffer.from(text, 'utf16le'),
      swapped,
    ]
    const expected = await passagesOf(Buffer.from(text))
    for (const other of others) expect(await passagesOf(other)).toEqual(expected)
  })
})

const problemOf = async (content: string | Uint8Array): Promise<string> => {
  const read = await readTranscript(Buffer.from(content))
  return read.ok ? 'read' : sentenceOfTranscriptProblem(read.problem)
}

describe('what cannot be read is refused with what to do', () => {
  test.each([
    ['', 'Nothing that was said stands in this file. Choose'],
    ['WEBVTT\n\nNOTE nothing here\n', 'Nothing that was said stands in this file.'],
    ['%PDF-1.7 …', 'This is a PDF. Choose the transcript as .vtt, .srt, .docx or .txt'],
    [
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'Word file of the old kind (.doc), or one with a pass',
    ],
    [
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nYes\n\n00:0a:03.000 --> 00:00:05.000\nNo',
      'Line 6: the time “00:0a:03.000 --> 00:00:05.000” cannot be read. It must look like',
    ],
    ['1\n00:00:01,000 --> 00:61:02,000\nYes', 'Line 2: the time'],
    [`Anna: ${'word '.repeat(400_001)}`, 'longer than three days of speech'],
  ])('%#', async (content, sentence) => {
    expect(await problemOf(content)).toContain(sentence)
  })
})

test('several voices in one caption are several passages', () => {
  const read = readTranscriptText(
    'WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Ann Lee>Yes, <i>I</i> do</v>\n<v Bo Day>So do I: 5 &lt; 6 < 7',
  )
  expect(read.ok && read.value.map(told)).toEqual([
    '1–2 Ann Lee: Yes, I do',
    '1–2 Bo Day: So do I: 5 < 6 < 7',
  ])
})

test('captions of one speaker are joined until there is a pause or enough to read', () => {
  const caption = (second: number, text: string) =>
    `00:${String(second).padStart(2, '0')}.000 --> 00:${String(second + 1).padStart(2, '0')}.000\nAnn Lee: ${text}\n`
  const read = readTranscriptText(
    `WEBVTT\n\n${[caption(1, 'One'), caption(3, 'two.'), caption(20, 'Three'), caption(22, 'x'.repeat(495))].join('\n')}`,
  )
  expect(read.ok && read.value.map(({ start, text }) => [start, text.slice(0, 8)])).toEqual([
    [1, 'One two.'],
    [20, 'Three'],
    [22, 'xxxxxxxx'],
  ])
})
