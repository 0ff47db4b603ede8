/** Who may agree or decline, what they must have agreed to, and how two versions of a text differ. */
import { createHash } from 'node:crypto'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { RoleId } from '../../protocol/model.ts'
import type { ParticipantState, WithdrawalChoice } from '../model.ts'
import {
  type AgreedStatements,
  type ConsentText,
  type ConsentTextVersion,
  textFor,
} from './model.ts'
import type { ConsentProblem } from './problems.ts'

type Standing = {
  readonly state: ParticipantState
  readonly programmeState: 'setting_up' | 'open' | 'closed'
}

/** Who was invited; who declined may think again. Until the programme is closed. */
export const canAnswerInvitation = ({
  state,
  programmeState,
}: Standing): Result<null, ConsentProblem> => {
  if (programmeState === 'closed') return fail({ kind: 'programme.closed' })
  if (state !== 'invited' && state !== 'declined') return fail({ kind: 'consent.not_asked' })
  return ok(null)
}

export type ConsentForm = {
  /** The version that was read. */
  readonly version: number
  readonly agreed: readonly string[]
  readonly withdrawal: WithdrawalChoice | null
}

export type Decided = {
  readonly statements: AgreedStatements
  readonly withdrawal: WithdrawalChoice
}

/** Where one effect of withdrawal is offered, it is promised; where there are several, one is chosen. */
export const decideConsent = (
  latest: ConsentTextVersion,
  role: RoleId,
  form: ConsentForm,
): Result<Decided, ConsentProblem> => {
  if (form.version !== latest.version) return fail({ kind: 'consent_text.changed_meanwhile' })
  const { statements, withdrawal: offers } = textFor(latest.text, role)
  const missing = statements.filter(({ id, required }) => required && !form.agreed.includes(id))
  if (missing.length > 0) {
    return fail({ kind: 'consent.statements_missing', ids: missing.map(({ id }) => id) })
  }
  const [only, ...others] = offers
  const chosen =
    others.length === 0 ? only : offers.find(({ choice }) => choice === form.withdrawal)
  if (chosen === undefined) return fail({ kind: 'consent.withdrawal_not_chosen' })
  const agreed = statements.map(({ id }) => [id, form.agreed.includes(id)])
  return ok({ statements: Object.fromEntries(agreed), withdrawal: chosen.choice })
}

/** By which a form knows that nobody has saved another text meanwhile. */
export const stampOfText = (latest: ConsentTextVersion | null): string =>
  latest === null ? '' : createHash('sha256').update(JSON.stringify(latest)).digest('hex')

/** What is different in the later of two versions, in headings and words. */
export type TextChange = {
  readonly kind: 'added' | 'changed' | 'taken_out'
  readonly what: string
  /** As it is now; of what was taken out, as it was. */
  readonly words: readonly string[]
}

type Piece = { readonly id: string; readonly what: string; readonly words: readonly string[] }

const piecesOf = (text: ConsentText): readonly Piece[] => [
  { id: 'title', what: 'Title', words: [text.title] },
  ...text.sections.map(({ id, heading, paragraphs }) => ({
    id: `section/${id}`,
    what: heading,
    words: paragraphs,
  })),
  ...text.statements.map(({ id, text: words }) => ({
    id: `statement/${id}`,
    what: 'Statement',
    words: [words],
  })),
  ...text.withdrawal.map(({ choice, effect }) => ({
    id: `withdrawal/${choice}`,
    what: 'If you withdraw',
    words: [effect],
  })),
  { id: 'contact', what: 'Who to ask', words: [contactInWords(text)] },
]

export const contactInWords = ({ contact }: ConsentText): string =>
  [contact.name, contact.email, contact.phone].filter((one) => one !== '').join(', ')

const areSame = (a: Piece, b: Piece): boolean =>
  JSON.stringify([a.what, a.words]) === JSON.stringify([b.what, b.words])

export const changesBetween = (before: ConsentText, after: ConsentText): readonly TextChange[] => {
  const was = new Map(piecesOf(before).map((piece) => [piece.id, piece]))
  const is = new Map(piecesOf(after).map((piece) => [piece.id, piece]))
  const now = [...is.values()].flatMap((piece): readonly TextChange[] => {
    const earlier = was.get(piece.id)
    if (earlier === undefined) return [{ ...piece, kind: 'added' }]
    return areSame(earlier, piece) ? [] : [{ ...piece, kind: 'changed' }]
  })
  const gone = [...was.values()].filter(({ id }) => !is.has(id))
  return [...now, ...gone.map((piece) => ({ ...piece, kind: 'taken_out' }) as const)]
}
