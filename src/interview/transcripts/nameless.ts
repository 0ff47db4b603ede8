/** A transcript without names: speakers by number, names in the words replaced. Only this is ever stored. */
import type { Random } from '../../lib/random.ts'
import type { Passage } from './model.ts'
import { replaceNames, wordsOfNames } from './names.ts'

/** Of those whom the file names: a facilitator, or nobody, where we took the beginning of a sentence for a name. */
export type SpeakerParts = {
  readonly facilitators: readonly string[]
  readonly noSpeakers: readonly string[]
}

export type NamelessChoice = SpeakerParts & {
  /** Whose names are replaced: people of the programme, and further ones. */
  readonly names: readonly string[]
  /** Written just so, they are words and no names. */
  readonly kept: readonly string[]
}

/** Everybody whom the file names as a speaker, with how many passages. */
export const speakersIn = (
  passages: readonly Passage[],
): readonly { readonly speaker: string; readonly passages: number }[] => {
  const named = passages.flatMap(({ speaker }) => (speaker === null ? [] : [speaker]))
  return [...Map.groupBy(named, (speaker) => speaker)].map(([speaker, all]) => ({
    speaker,
    passages: all.length,
  }))
}

/** Who speaks is a name to be replaced too: an account may be called otherwise than the person is in the programme. */
export const allNames = (
  passages: readonly Passage[],
  { names, noSpeakers }: Pick<NamelessChoice, 'names' | 'noSpeakers'>,
): ReadonlySet<string> =>
  wordsOfNames([
    ...names,
    ...speakersIn(passages)
      .map(({ speaker }) => speaker)
      .filter((speaker) => !noSpeakers.includes(speaker)),
  ])

/**
 * Speakers get their numbers by chance: numbered as they begin to speak, Speaker 1 would be whoever everybody in the room
 * remembers as the first.
 */
export const withoutNames = (
  passages: readonly Passage[],
  choice: NamelessChoice,
  random: Random,
): readonly Passage[] => {
  const labels = labelsOf(passages, choice, random)
  const names = allNames(passages, choice)
  const kept = new Set(choice.kept)
  return passages.map(({ speaker, text, ...times }) => {
    const isSpeaker = speaker !== null && !choice.noSpeakers.includes(speaker)
    const said = speaker === null || isSpeaker ? text : `${speaker}: ${text}`
    return {
      ...times,
      speaker: isSpeaker ? (labels.get(speaker) ?? null) : null,
      text: replaceNames(said, names, kept),
    }
  })
}

const labelsOf = (
  passages: readonly Passage[],
  { facilitators, noSpeakers }: SpeakerParts,
  random: Random,
): ReadonlyMap<string, string> => {
  const speakers = speakersIn(passages)
    .map(({ speaker }) => speaker)
    .filter((speaker) => !noSpeakers.includes(speaker))
  const others = speakers.filter((speaker) => !facilitators.includes(speaker))
  return new Map([
    ...speakers.map((speaker) => [speaker, 'Facilitator'] as const),
    ...random.shuffle(others).map((speaker, index) => [speaker, `Speaker ${index + 1}`] as const),
  ])
}
