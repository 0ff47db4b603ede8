/** A table of people: what stands in it, whom it is compared with, and what can be wrong with it. */
import type { Protocol, RoleId } from '../../../protocol/model.ts'

/** What is asked of a person. A name may come in two parts. */
export const personFields = ['role', 'name', 'email', 'permanentId', 'supervisor'] as const
export type PersonField = (typeof personFields)[number]

/** One person as written, before anything was checked; `row` as a spreadsheet counts, the header being 1. */
export type WrittenPerson = {
  readonly row: number
  readonly cells: Readonly<Record<PersonField, string>>
}

/** Somebody of the programme already there. */
export type KnownPerson = {
  readonly participantId: string
  readonly role: RoleId
  readonly name: string
  readonly email: string | null
  readonly permanentId: string | null
}

/** What a table is checked against. */
export type Surroundings = {
  readonly roles: Protocol['roles']
  readonly people: readonly KnownPerson[]
  /** Addresses of those who run the programme: nobody does both. */
  readonly organisers: readonly string[]
}

/** The mentee who supervises a mentor: of the same table, or of the programme. */
export type SupervisorOf =
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'participant'; readonly participantId: string }

/** A person whose every field is in order. */
export type CheckedPerson = {
  readonly row: number
  readonly role: RoleId
  readonly name: string
  readonly email: string | null
  readonly permanentId: string | null
  readonly supervisor: SupervisorOf | null
}

type Reason =
  | { readonly kind: 'role_missing' }
  | { readonly kind: 'role_unknown' }
  | { readonly kind: 'name_missing' }
  | { readonly kind: 'too_long'; readonly most: number }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'email_unfit' }
  | { readonly kind: 'email_of_organiser' }
  | { readonly kind: 'repeated'; readonly firstRow: number }
  | { readonly kind: 'taken'; readonly by: string }
  | { readonly kind: 'supervisor_of_mentee' }
  | { readonly kind: 'supervisor_unknown' }
  | { readonly kind: 'supervisor_ambiguous' }
  | { readonly kind: 'supervisor_not_mentee' }

/** One thing that is wrong in one cell. `found`: what stands there. */
export type PersonFault = Reason & {
  readonly row: number
  readonly field: PersonField
  readonly found: string
}

/** The same with the heading of its column, as the table has it. `row_too_long`: cells without a heading. */
export type TableFault = (PersonFault | RowTooLong) & { readonly column: string }

type RowTooLong = {
  readonly kind: 'row_too_long'
  readonly row: number
  readonly found: string
  readonly cells: number
}

export type ReadTable = {
  readonly people: readonly CheckedPerson[]
  /** Headings of columns that are not used. */
  readonly unused: readonly string[]
}

export type TableProblem =
  | { readonly kind: 'people_table.empty' }
  | { readonly kind: 'people_table.not_text'; readonly looksLike: 'workbook' | 'pdf' | 'unknown' }
  /** More than a list of as many people as are taken in one go can need. */
  | { readonly kind: 'people_table.too_large' }
  | { readonly kind: 'people_table.too_many'; readonly rows: number; readonly most: number }
  | {
      readonly kind: 'people_table.quote'
      readonly row: number
      readonly column: number
      readonly isOpen: boolean
    }
  | {
      readonly kind: 'people_table.column_missing'
      readonly missing: 'role' | 'name'
      readonly headings: readonly string[]
    }
  | {
      readonly kind: 'people_table.column_twice'
      readonly first: string
      readonly second: string
    }
  | {
      readonly kind: 'people_table.faulty'
      /** By row; at most the first 200. `total` counts them all. */
      readonly faults: readonly TableFault[]
      readonly total: number
      readonly rows: number
    }
