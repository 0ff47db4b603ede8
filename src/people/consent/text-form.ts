/** The information sheet as the fields of a form, and back. */
import type { RoleId } from '../../protocol/model.ts'
import { withdrawalChoices } from '../model.ts'
import { type ConsentText, textFor } from './model.ts'

/** Field by field, as the form names them; `withdrawal` has its choices set apart by commas. */
export type TextFields = Readonly<Record<string, string>>
export type TextErrors = Readonly<Record<string, string>>

export const emptySlots = 2

const choiceOfRoles = (roles: readonly RoleId[]): string =>
  roles.length === 2 ? 'both' : (roles[0] ?? 'both')

const rolesOfChoice = (choice: string | undefined): RoleId[] => {
  if (choice === 'mentor' || choice === 'mentee') return [choice]
  return ['mentor', 'mentee']
}

export const fieldsOf = (text: ConsentText): TextFields => ({
  title: text.title,
  ...fieldsOfList('section', text.sections, (section) => ({
    heading: section.heading,
    text: section.paragraphs.join('\n\n'),
    roles: choiceOfRoles(section.roles),
  })),
  ...fieldsOfList('statement', text.statements, (statement) => ({
    text: statement.text,
    roles: choiceOfRoles(statement.roles),
    required: statement.required ? 'yes' : '',
  })),
  withdrawal: text.withdrawal.map(({ choice }) => choice).join(','),
  ...Object.fromEntries(text.withdrawal.map(({ choice, effect }) => [`effect-${choice}`, effect])),
  'contact-name': text.contact.name,
  'contact-email': text.contact.email,
  'contact-phone': text.contact.phone,
})

type Listed = { readonly id: string }

const fieldsOfList = <T extends Listed>(
  kind: 'section' | 'statement',
  list: readonly T[],
  fields: (entry: T) => TextFields,
): TextFields =>
  Object.fromEntries(
    list.flatMap((entry, index) => {
      const all = { id: entry.id, place: String(index + 1), ...fields(entry) }
      return Object.entries(all).map(([name, value]) => [`${kind}-${index + 1}-${name}`, value])
    }),
  )

/** The numbers of the slots of a kind that a form has, in order. */
export const slotsIn = (fields: TextFields, kind: 'section' | 'statement'): readonly number[] =>
  Object.keys(fields)
    .flatMap((name) => new RegExp(`^${kind}-(\\d{1,3})-text$`).exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b)

type Read = { readonly text: ConsentText; readonly errors: TextErrors }

/** The text is whole only when there are no errors. */
export const readTextForm = (fields: TextFields): Read => {
  const text = textIn(fields)
  return { text, errors: { ...errorsOfSlots(fields), ...errorsOf(text) } }
}

const at = (fields: TextFields, name: string): string => (fields[name] ?? '').trim()

const textIn = (fields: TextFields): ConsentText => {
  const chosen = at(fields, 'withdrawal').split(',')
  return {
    title: at(fields, 'title'),
    sections: withIds('section', filledSlots(fields, 'section')).map(({ id, slot }) => ({
      id,
      heading: at(fields, `${slot}-heading`),
      paragraphs: paragraphsIn(at(fields, `${slot}-text`)),
      roles: rolesOfChoice(fields[`${slot}-roles`]),
    })),
    statements: withIds('statement', filledSlots(fields, 'statement')).map(({ id, slot }) => ({
      id,
      text: at(fields, `${slot}-text`),
      required: fields[`${slot}-required`] === 'yes',
      roles: rolesOfChoice(fields[`${slot}-roles`]),
    })),
    withdrawal: withdrawalChoices
      .filter((choice) => chosen.includes(choice))
      .map((choice) => ({ choice, effect: at(fields, `effect-${choice}`) })),
    contact: {
      name: at(fields, 'contact-name'),
      email: at(fields, 'contact-email'),
      phone: at(fields, 'contact-phone'),
    },
  }
}

/** Set apart by empty lines; a line break inside one is a space. */
const paragraphsIn = (text: string): string[] =>
  text
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.replaceAll(/\s*\r?\n\s*/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')

type Filled = { readonly id: string; readonly slot: string; readonly place: number }

/** Those that hold anything, by place; an emptied slot takes its section out. */
const filledSlots = (fields: TextFields, kind: 'section' | 'statement'): readonly Filled[] =>
  slotsIn(fields, kind)
    .map((n) => {
      const slot = `${kind}-${n}`
      const place = Number(at(fields, `${slot}-place`).replace(',', '.'))
      return { id: at(fields, `${slot}-id`), slot, place: place > 0 ? place : n }
    })
    .filter(({ slot }) => isFilled(fields, slot))
    .toSorted((a, b) => a.place - b.place)

const isFilled = (fields: TextFields, slot: string): boolean =>
  at(fields, `${slot}-heading`) !== '' || at(fields, `${slot}-text`) !== ''

/** What is new gets the next id that nothing has; what was there keeps its own, by which versions are compared. */
const withIds = (kind: string, slots: readonly Filled[]): readonly Filled[] => {
  const taken = new Set(slots.map(({ id }) => id))
  return slots.map((slot) => {
    if (slot.id !== '') return slot
    let n = 1
    while (taken.has(`${kind}_${n}`)) n += 1
    taken.add(`${kind}_${n}`)
    return { ...slot, id: `${kind}_${n}` }
  })
}

const errorsOfSlots = (fields: TextFields): TextErrors => {
  const slots = filledSlots(fields, 'section').map(({ slot }) => slot)
  const missing = [
    ...slots.map((slot) => [`${slot}-heading`, 'Enter a heading, or empty the text as well']),
    ...slots.map((slot) => [`${slot}-text`, 'Enter the text, or empty the heading as well']),
  ]
  return Object.fromEntries(missing.filter(([name = '']) => at(fields, name) === ''))
}

const errorsOf = (text: ConsentText): TextErrors => {
  const { contact, withdrawal } = text
  const found: readonly (readonly [string, string, boolean])[] = [
    ['title', 'Enter a title', text.title === ''],
    ['section-1-heading', 'Each group needs a section to read', !bothHave(text, 'sections')],
    [
      'statement-1-text',
      'Each group needs a statement that is required',
      !bothHave(text, 'statements'),
    ],
    ['withdrawal', 'Choose what people can be offered', withdrawal.length === 0],
    ...withdrawal.map(
      ({ choice, effect }) => [`effect-${choice}`, 'Say what then happens', effect === ''] as const,
    ),
    ['contact-name', 'Enter who can be asked', contact.name === ''],
    [
      'contact-email',
      'Enter an email address or a phone number',
      contact.email === '' && contact.phone === '',
    ],
  ]
  return Object.fromEntries(
    found.filter(([, , isWrong]) => isWrong).map(([name, sentence]) => [name, sentence]),
  )
}

const bothHave = (text: ConsentText, part: 'sections' | 'statements'): boolean =>
  (['mentor', 'mentee'] as const).every((role) => {
    const own = textFor(text, role)
    return part === 'sections'
      ? own.sections.length > 0
      : own.statements.some((one) => one.required)
  })
