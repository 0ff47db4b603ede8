/** A recording in words. */
import type { TagColour } from '../../web/components/tag.tsx'
import type { Recording, RecordingState } from './model.ts'

/** `1:02:03`, or `2:03`. */
export const lengthInWords = (seconds: number): string => {
  const whole = Math.round(seconds)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (number: number) => String(number).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

const mebibyte = 1_048_576

export const sizeInWords = (bytes: number): string => {
  if (bytes === 0) return 'nothing'
  if (bytes >= 1024 * mebibyte) return `${(bytes / 1024 / mebibyte).toFixed(1)} GB`
  if (bytes >= mebibyte) return `${Math.round(bytes / mebibyte)} MB`
  return `${Math.max(1, Math.round(bytes / 1024))} KB`
}

type Told = { readonly text: string; readonly colour: TagColour }

const states: Readonly<Record<RecordingState, Told>> = {
  receiving: { text: 'Not complete', colour: 'yellow' },
  ready: { text: 'Ready', colour: 'green' },
  refused: { text: 'Refused', colour: 'red' },
  destroyed: { text: 'Destroyed', colour: 'grey' },
}

export const tagOf = ({ state }: Pick<Recording, 'state'>): Told => states[state]
