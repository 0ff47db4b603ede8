/** What a person is asked about themselves, and whether what they entered can be taken. */
import type { Characteristic, Protocol, RoleId } from '../../protocol/model.ts'
import { insideSentence } from '../../protocol/wording/words.ts'

export const characteristicsFor = (
  { characteristics }: Protocol,
  role: RoleId,
): readonly Characteristic[] => characteristics.filter(({ roles }) => roles.includes(role))

export const hasCharacteristics = (protocol: Protocol, role: RoleId): boolean =>
  characteristicsFor(protocol, role).length > 0

/** By the id of the characteristic; '' and absent: not stated. */
export type Entered = Readonly<Record<string, string>>

export type Stated = {
  /** What is to be kept; nothing for what was not stated. */
  readonly values: Readonly<Record<string, string>>
  /** By the id of the characteristic. */
  readonly errors: Readonly<Record<string, string>>
}

/** Everything may be left out. */
export const readCharacteristics = (
  characteristics: readonly Characteristic[],
  entered: Entered,
): Stated => {
  const values: Record<string, string> = {}
  const errors: Record<string, string> = {}
  for (const characteristic of characteristics) {
    const text = (entered[characteristic.id] ?? '').trim()
    if (text === '') continue
    const value = acceptedValue(characteristic, text)
    if (value === null) errors[characteristic.id] = sentenceFor(characteristic)
    else values[characteristic.id] = value
  }
  return { values, errors }
}

/** Null: it cannot be taken. */
const acceptedValue = (characteristic: Characteristic, text: string): string | null => {
  if (characteristic.kind === 'choice') {
    return characteristic.options.some(({ value }) => value === text) ? text : null
  }
  return /^\d{1,3}([.,]\d)?$/.test(text) ? String(Number(text.replace(',', '.'))) : null
}

const sentenceFor = (characteristic: Characteristic): string => {
  const label = insideSentence(characteristic.label)
  return characteristic.kind === 'choice'
    ? `Choose one of the answers for ${label}`
    : `Enter ${label} as a number of ${characteristic.unit}, such as 34, or leave it empty`
}

const preferNotToSay = 'Prefer not to say'

/** With a way of not saying, unless the protocol has one of its own. */
export const optionsOf = (
  characteristic: Extract<Characteristic, { kind: 'choice' }>,
): readonly { readonly value: string; readonly label: string }[] => {
  const { options } = characteristic
  const isOffered = options.some(
    ({ label }) => label.toLowerCase() === preferNotToSay.toLowerCase(),
  )
  return isOffered ? options : [...options, { value: '', label: preferNotToSay }]
}

/** As a person reads it; null: not stated. */
export const statedInWords = (characteristic: Characteristic, value: string): string =>
  characteristic.kind === 'choice'
    ? (characteristic.options.find((option) => option.value === value)?.label ?? value)
    : `${value} ${characteristic.unit}`
