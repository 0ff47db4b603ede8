/** The times in transcripts: `00:01:02.500`, `01:02,5`, `0:0:1.860`, `10:03:11`. */

/** For use inside other patterns; matches what `secondsOf` may read. */
export const time = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,6})?`

const pattern = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,6}))?$/

/** Null: no time, or none that a clock shows. */
export const secondsOf = (text: string): number | null => {
  const [, hours = '0', minutes = '', seconds = '', fraction = '0'] = pattern.exec(text) ?? []
  if (minutes === '' || Number(minutes) > 59 || Number(seconds) > 59) return null
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return whole + Math.round(Number(`0.${fraction}`) * 1000) / 1000
}

type Timed = { readonly start: number | null }

/** No interview begins three hours into its recording: such a time is one of the clock on the wall. */
const clockFrom = 3 * 3600
const day = 86_400

/** Times of the clock on the wall, counted from the first words instead; over midnight too. */
export const fromTheFirstWords = <T extends Timed>(passages: readonly T[]): readonly T[] => {
  const first = passages.find(({ start }) => start !== null)?.start ?? 0
  if (first < clockFrom) return passages
  return passages.map((passage) => {
    if (passage.start === null) return passage
    return { ...passage, start: (passage.start - first + day) % day }
  })
}
