/** A person agrees or declines; the lead writes what they are asked. */
import { fail, ok, type Result } from '../../lib/result.ts'
import { loadOrganisationKey } from '../../organisations/store.ts'
import { type ActionContext, action, type Done } from '../../platform/action.ts'
import { cancelMailsOf, writeMail } from '../../platform/mail.ts'
import { findProgramme } from '../../protocol/store.ts'
import type { Participant } from '../model.ts'
import { findParticipant, type Place } from '../store.ts'
import type { ConsentText } from './model.ts'
import type { ConsentProblem, ConsentTextProblem } from './problems.ts'
import { type ConsentForm, canAnswerInvitation, decideConsent, stampOfText } from './rules.ts'
import { findConsentText, insertConsent, putConsentText, setParticipantState } from './store.ts'

export type ConsentGiven = ConsentForm & {
  readonly programmeId: string
  readonly participantId: string
  readonly publicUrl: string
}

export const giveConsent = action(
  'consent.given',
  async (context, input: ConsentGiven): Promise<Result<Done<null>, ConsentProblem>> => {
    const { tx, organisationId, now } = context
    const { programmeId, participantId } = input
    const place = { organisationId, programmeId }
    const participant = await findAsked(context, place, participantId)
    if (!participant.ok) return participant
    const latest = await findConsentText(tx, place)
    if (latest === null) return fail({ kind: 'consent_text.absent' })
    const decided = decideConsent(latest, participant.value.role, input)
    if (!decided.ok) return decided
    const { version } = latest
    await insertConsent(tx, place, { participantId, version, agreedAt: now, ...decided.value })
    await setParticipantState(tx, place, { participantId, state: 'agreed' })
    // A reminder of the invitation that still waits has become needless.
    await cancelMailsOf(tx, { organisationId, participantId, keep: ['address_changed'] })
    await mailConfirmation(context, participant.value, input.publicUrl)
    return ok({ value: null, subject: participantId, details: { version } })
  },
)

export type Declined = { readonly programmeId: string; readonly participantId: string }

/** Without a reason; who declined may agree later. */
export const declineConsent = action(
  'consent.declined',
  async (context, input: Declined): Promise<Result<Done<null>, ConsentProblem>> => {
    const { tx, organisationId } = context
    const { programmeId, participantId } = input
    const place = { organisationId, programmeId }
    const participant = await findAsked(context, place, participantId)
    if (!participant.ok) return participant
    await setParticipantState(tx, place, { participantId, state: 'declined' })
    await cancelMailsOf(tx, { organisationId, participantId })
    return ok({ value: null, subject: participantId })
  },
)

const findAsked = async (
  { tx }: ActionContext,
  { organisationId, programmeId }: Place,
  participantId: string,
): Promise<Result<Participant, ConsentProblem>> => {
  const programme = await findProgramme(tx, organisationId, programmeId)
  const participant = await findParticipant(tx, organisationId, participantId)
  if (programme === null || participant?.programmeId !== programmeId) {
    return fail({ kind: 'participant.unknown' })
  }
  const standing = { state: participant.state, programmeState: programme.state }
  const allowed = canAnswerInvitation(standing)
  return allowed.ok ? ok(participant) : allowed
}

const mailConfirmation = async (
  context: ActionContext,
  { email, name, participantId, programmeId }: Participant,
  publicUrl: string,
): Promise<void> => {
  if (email === null) return
  const { tx, organisationId, masterKey } = context
  const key = await loadOrganisationKey(tx, organisationId, masterKey)
  const copy = `${publicUrl}/programmes/${programmeId}/consent/copy`
  await writeMail(context, key, {
    purpose: 'consent_copy',
    about: participantId,
    to: email,
    subject: 'You agreed to take part',
    text: confirmationText(name, copy),
  })
}

const confirmationText = (name: string, copy: string): string => `Dear ${name},

Thank you for agreeing to take part. The information sheet and what you agreed to are here, to read or to keep:

${copy}

Open your personal link first if the page asks you to sign in. You can withdraw at any time, on the page “Withdraw”.
`

export type NewConsentText = {
  readonly programmeId: string
  readonly text: ConsentText
  /** The stamp of what the form was filled from. */
  readonly from: string
}

export const saveConsentText = action(
  'consent_text.saved',
  async (
    { tx, organisationId },
    { programmeId, text, from }: NewConsentText,
  ): Promise<Result<Done<{ readonly version: number }>, ConsentTextProblem>> => {
    const place = { organisationId, programmeId }
    const programme = await findProgramme(tx, organisationId, programmeId)
    if (programme === null) return fail({ kind: 'programme.unknown' })
    const latest = await findConsentText(tx, place)
    if (stampOfText(latest) !== from) return fail({ kind: 'consent_text.changed_meanwhile' })
    const isSame = latest !== null && JSON.stringify(latest.text) === JSON.stringify(text)
    const version = isSame ? latest.version : await putConsentText(tx, place, text)
    return ok({ value: { version }, subject: programmeId, details: { version } })
  },
)
