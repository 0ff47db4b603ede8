/** A text goes out to the group, the group answers, the facilitator releases it. */
import { dayOf } from '../../../lib/dates.ts'
import { fail, ok, type Result } from '../../../lib/result.ts'
import {
  type ActionContext,
  type ActionScope,
  action,
  type Done,
} from '../../../platform/action.ts'
import { writeMails } from '../../../platform/mail.ts'
import { sealTallies } from '../../phones/ballots.ts'
import { insertAnswer } from './answer-store.ts'
import { loadOwnSignOffs, loadSignOff } from './load-sign-off.ts'
import { mailsToContributors } from './mails.ts'
import type { SignOff } from './model.ts'
import { answerByOf, canRelease, canSend, type ReleaseProblem, type SendProblem } from './rules.ts'
import { insertVersion, setReleased } from './store.ts'

export type UnknownDocument = { readonly kind: 'document.unknown' }

type Asked = { readonly programmeId: string; readonly menteeId: string }

const load = (
  { tx, organisationId, masterKey, now }: ActionContext,
  asked: Asked,
): Promise<SignOff | null> =>
  loadSignOff(tx, { organisationId, masterKey, today: dayOf(now), ...asked })

export type Sending = Asked & {
  /** Of the text that was shown: what goes out is that text or none. */
  readonly sha256: string
  readonly publicUrl: string
}

type Sent = { readonly version: number }

export const sendForSignOff = action(
  'document.sent_for_sign_off',
  async (
    context,
    { sha256, publicUrl, ...asked }: Sending,
  ): Promise<Result<Done<Sent>, SendProblem | UnknownDocument>> => {
    const { tx } = context
    const today = dayOf(context.now)
    const signOff = await load(context, asked)
    if (signOff === null) return fail({ kind: 'document.unknown' })
    if (signOff.current.sha256 !== sha256) return fail({ kind: 'document.text_changed' })
    const sendable = canSend(signOff, today)
    if (!sendable.ok) return sendable
    const { programme, mentee, current, latest } = signOff
    await sealTallies(tx, programme)
    const version = (latest?.version ?? 0) + 1
    const answerBy = answerByOf(programme.protocol.rules, today)
    const days = { sentOn: today, answerBy }
    const { text } = current
    await insertVersion(tx, programme, { mentee: mentee.mentee, version, ...days, text })
    const mails = await mailsToContributors(context, programme, { publicUrl, answerBy })
    await writeMails(context, programme.organisationKey, mails)
    return ok({ value: { version }, subject: asked.menteeId, details: { version } })
  },
)

type Releasing = Asked & { readonly version: number }

export const releaseDocument = action(
  'document.released',
  async (
    context,
    { version, ...asked }: Releasing,
  ): Promise<Result<Done<null>, ReleaseProblem | UnknownDocument>> => {
    const today = dayOf(context.now)
    const signOff = await load(context, asked)
    if (signOff === null) return fail({ kind: 'document.unknown' })
    const releasable = canRelease(signOff, today)
    if (!releasable.ok) return releasable
    if (signOff.latest?.version !== version) return fail({ kind: 'document.not_out' })
    const { programme, mentee } = signOff
    await setReleased(context.tx, programme, { mentee: mentee.mentee, version, on: today })
    return ok({ value: null, subject: asked.menteeId, details: { version } })
  },
)

export type Answering = Asked & {
  readonly participantId: string
  readonly version: number
  /** What is to be changed; null: they agree. */
  readonly request: string | null
}

export type AnswerProblem =
  | { readonly kind: 'sign_off.not_asked' }
  | { readonly kind: 'sign_off.answered' }
  | { readonly kind: 'sign_off.replaced' }

/** Whoever answers stays out of the audit log, and so does whether they agreed. */
export const answerSignOff = (
  scope: Omit<ActionScope, 'actor' | 'idempotencyKey'>,
  answering: Answering,
) =>
  keepAnswer(
    { ...scope, actor: { kind: 'participant', id: null }, idempotencyKey: null },
    answering,
  )

/** Without an idempotency key: a version is answered once, whatever form it comes from. */
const keepAnswer = action(
  'document.answered',
  async (context, answering: Answering): Promise<Result<Done<null>, AnswerProblem>> => {
    const { tx } = context
    const { menteeId, participantId, version, request } = answering
    const own = await loadOwnSignOffs(tx, { ...context, ...answering })
    const asked = own?.documents.find(({ mentee }) => mentee.menteeId === menteeId)
    if (own?.programme.state !== 'open' || asked?.version.state !== 'signing') {
      return fail({ kind: 'sign_off.not_asked' })
    }
    if (asked.version.version !== version) return fail({ kind: 'sign_off.replaced' })
    if (asked.hasAnswered) return fail({ kind: 'sign_off.answered' })
    const { mentee } = asked.mentee
    await insertAnswer(tx, own.programme, { mentee, version, participantId, request })
    return ok({ value: null })
  },
)
