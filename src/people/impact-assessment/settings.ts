/** The settings of a programme from which its impact assessment is written, and the words that several steps share. */
import type { WordText } from '../../platform/word-document.ts'
import type { Governance } from '../../protocol/governance/model.ts'
import type { RoleId } from '../../protocol/model.ts'
import type { ProgrammeWithProtocol } from '../../protocol/store.ts'
import type { ConsentTextVersion } from '../consent/model.ts'

export type AssessedSettings = {
  readonly organisation: string
  readonly programme: ProgrammeWithProtocol
  readonly governance: Governance
  /** How many people of each group are on the list, whatever became of their invitation. */
  readonly people: Readonly<Record<RoleId, number>>
  /** The one in force; null: none was saved yet. */
  readonly consent: ConsentTextVersion | null
  /** How many members of staff are both lead and researcher of the programme. */
  readonly leadsWhoResearch: number
  /** A mail server is set up. */
  readonly sendsMail: boolean
  /** People reach the service by https. */
  readonly isSecure: boolean
  /** `2026-11-22`. */
  readonly madeOn: string
}

/** What was stated, or a blank for a person to fill. */
export const stated = (text: string, blank: string): WordText => (text === '' ? [{ blank }] : text)

export const toFill = (blank: string): WordText => [{ blank }]

type Worded = { readonly value: string; readonly label: string }

/** The label of what was chosen; '' where nothing was. */
export const labelOf = (choices: readonly Worded[], value: string): string =>
  choices.find((choice) => choice.value === value)?.label ?? ''

export const inMonths = (months: number): string => `${months} ${months === 1 ? 'month' : 'months'}`
