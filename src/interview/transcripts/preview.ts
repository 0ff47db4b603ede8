/** The page before the import: what was chosen on it, and what it shows for that. */
import { createElement } from 'react'
import * as z from 'zod'
import type { Reply, RouteContext } from '../../web/route.ts'
import type { ImportSurroundings } from './load-importing.ts'
import type { Passage } from './model.ts'
import { allNames, type NamelessChoice, speakersIn } from './nameless.ts'
import { findNames, replaceNames } from './names.ts'
import type { ImportErrors } from './pages/import.tsx'
import { PreviewPage, partField, type SpeakerPart, speakerParts } from './pages/preview.tsx'
import { writePassages } from './passages.ts'

const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()))

/** And one field for each speaker, `part-<place>`. */
export const previewForm = z.looseObject({
  idempotencyKey: z.uuid(),
  passages: z.string(),
  title: z.string(),
  recording: z.string().default(''),
  shown: several,
  replace: several,
  more: z.string().default(''),
  next: z.enum(['import', 'look']),
})
export type PreviewForm = z.infer<typeof previewForm>

/** Where nothing was chosen yet: whoever calls themselves facilitator is taken for one. */
const partOf = (choices: PreviewForm | null, speaker: string, place: number): SpeakerPart => {
  const chosen = choices?.[partField(place)]
  const usual = /facilitator/i.test(speaker) ? 'facilitator' : 'speaker'
  return speakerParts.find((part) => part === chosen) ?? usual
}

const linesIn = (text: string): readonly string[] =>
  text
    .split(/[\r\n,;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Names that were not on the page, since somebody was added meanwhile, are replaced. */
export const chosenIn = (
  passages: readonly Passage[],
  choices: PreviewForm | null,
): NamelessChoice => {
  const parts = speakersIn(passages).map(({ speaker }, place) => ({
    speaker,
    part: partOf(choices, speaker, place),
  }))
  const those = (wanted: SpeakerPart) =>
    parts.filter(({ part }) => part === wanted).map(({ speaker }) => speaker)
  return {
    facilitators: those('facilitator'),
    noSpeakers: those('nobody'),
    names: linesIn(choices?.more ?? ''),
    kept: choices?.shown.filter((word) => !choices.replace.includes(word)) ?? [],
  }
}

type Preview = {
  readonly passages: readonly Passage[]
  readonly title: string
  readonly recordingId: string
  /** Null: the page is shown for the first time. */
  readonly choices: PreviewForm | null
  readonly errors: ImportErrors
}

export const previewReply = (
  context: RouteContext<{ readonly programme: string }, unknown>,
  { names: people, recordings }: ImportSurroundings,
  { passages, choices, ...preview }: Preview,
): Reply => {
  const choice = chosenIn(passages, choices)
  const names = allNames(passages, { ...choice, names: [...people, ...choice.names] })
  const [found, kept] = [findNames(passages, names), new Set(choice.kept)]
  const page = {
    ...{ programmeId: context.params.programme, ...preview, recordings },
    written: writePassages(passages),
    speakers: speakersIn(passages).map((one, place) => ({
      ...one,
      part: partOf(choices, one.speaker, place),
    })),
    names: found,
    replaced: found.map(({ written }) => written).filter((written) => !kept.has(written)),
    more: choices?.more ?? '',
    passages: passages.map(({ speaker, text, ...times }) => ({
      ...{ ...times, speaker: shownSpeaker(speaker, choice) },
      text: replaceNames(saidBy(speaker, text, choice), names, kept),
    })),
    idempotencyKey: context.newKey(),
  }
  const isRefused = Object.keys(preview.errors).length > 0
  return {
    kind: 'page',
    title: 'Check the names before importing',
    body: createElement(PreviewPage, page),
    ...(isRefused ? { status: 422 } : {}),
  }
}

/** Which number chance will give nobody knows yet. */
const shownSpeaker = (speaker: string | null, choice: NamelessChoice): string | null => {
  if (speaker === null || choice.noSpeakers.includes(speaker)) return null
  return choice.facilitators.includes(speaker) ? 'Facilitator' : 'Speaker (number by chance)'
}

const saidBy = (speaker: string | null, text: string, { noSpeakers }: NamelessChoice): string =>
  speaker !== null && noSpeakers.includes(speaker) ? `${speaker}: ${text}` : text
