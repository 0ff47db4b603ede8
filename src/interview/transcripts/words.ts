/** Times, recordings and passages in words. */
import { dateAndTime } from '../../lib/dates.ts'
import type { Recording } from '../recordings/model.ts'

const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** `1:02:03`, `2:03`. */
export const clockTime = (seconds: number): string => {
  const whole = Math.floor(seconds)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return hours === 0
    ? `${minutes}:${twoDigits(rest)}`
    : `${hours}:${twoDigits(minutes)}:${twoDigits(rest)}`
}

export const recordingInWords = ({ sitting, begunAt, seconds }: Recording): string => {
  const length = seconds === null ? '' : `, ${clockTime(seconds)} long`
  return `Sitting ${sitting}, ${dateAndTime(begunAt)}${length}`
}

export const countInWords = (n: number, one: string, many = `${one}s`): string =>
  `${new Intl.NumberFormat('en-GB').format(n)} ${n === 1 ? one : many}`
