/** Transcripts of an interview as a facilitator brings them in, and the fields of the pages on the way. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from 'vitest'
import type { Transcript } from '../../src/interview/transcripts/model.ts'
import { findTranscript } from '../../src/interview/transcripts/transcript-store.ts'
import type { Interviewing } from './interview-under-way.ts'
import { decoded } from './page-forms.ts'
import { upload } from './upload.ts'
import { send } from './visit.ts'
import type { Server } from './world.ts'

export const transcriptFixture = (name: string): Promise<Buffer> =>
  readFile(path.resolve('tests/fixtures/transcripts', name))

/** Three people, in three passages. */
export const spoken =
  'WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v Fay Facilitator>Shall we begin?</v>\n\n' +
  '00:00:04.000 --> 00:00:06.000\n<v Nadia Quill>Mentee types while we talk.</v>\n\n' +
  '00:00:20.000 --> 00:00:22.000\n<v Bo Day>Nadia is right, one day.</v>\n'

export const transcriptsOf = ({ programmeId }: Pick<Interviewing, 'programmeId'>): string =>
  `/programmes/${programmeId}/interview/transcripts`

type Of = { readonly server: Server; readonly interviewing: Interviewing }

/** The page before the import, or the form with its errors. */
export const checkFile = (
  { server, interviewing }: Of,
  content: Uint8Array | string,
  title = 'Sitting 1',
): Promise<Response> =>
  upload(server, `${transcriptsOf(interviewing)}/new`, {
    as: interviewing.facilitator,
    form: { title, recording: '' },
    files: { file: content },
  })

export const hiddenPassages = (page: string): string =>
  decoded(/name="passages" value="([^"]*)"/.exec(page)?.[1] ?? '')

/** Brings a file in, with everything that was found replaced. @returns the id of the transcript */
export const importFile = async (
  of: Of,
  content: Uint8Array | string,
  form: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const page = await (await checkFile(of, content)).text()
  const { server, interviewing } = of
  const reply = await send(server, transcriptsOf(interviewing), {
    as: interviewing.facilitator,
    form: { passages: hiddenPassages(page), title: 'Sitting 1', next: 'import', ...form },
  })
  expect(reply.status).toBe(303)
  return /transcripts\/([0-9a-f-]{36})/.exec(reply.headers.get('location') ?? '')?.[1] ?? ''
}

export const storedTranscript = (
  { change }: Interviewing,
  transcriptId: string,
): Promise<Transcript | null> =>
  change((tx, programme) => findTranscript(tx, programme, transcriptId))
