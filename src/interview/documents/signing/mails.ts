/** The mails about signing off: they name no mentee and hold nothing of a document. */
import { dayInWords } from '../../../lib/dates.ts'
import { linkFor } from '../../../people/inviting/invitation-links.ts'
import { listInvitations } from '../../../people/inviting/invitation-store.ts'
import { listParticipants } from '../../../people/store.ts'
import type { ActionContext } from '../../../platform/action.ts'
import type { NewMail } from '../../../platform/mail.ts'
import type { OpenProgramme } from '../../../protocol/open-programme.ts'
import { listContributors } from '../../store.ts'

/** Whoever took part and can be reached. */
export type Reachable = {
  readonly participantId: string
  readonly name: string
  readonly email: string
  /** Opens their own pages; null: they were not invited from here. */
  readonly personalLink: string | null
}

export const listReachable = async (
  { tx, organisationId, masterKey }: Pick<ActionContext, 'tx' | 'organisationId' | 'masterKey'>,
  programme: OpenProgramme,
  publicUrl: string,
): Promise<readonly Reachable[]> => {
  const people = new Map(
    (await listParticipants(tx, programme)).map((one) => [one.participantId, one.email]),
  )
  const invitations = new Map(
    (await listInvitations(tx, programme)).map((one) => [one.participantId, one]),
  )
  return (await listContributors(tx, programme)).flatMap(({ participantId, name }) => {
    const email = people.get(participantId) ?? null
    const invitation = invitations.get(participantId)
    if (email === null) return []
    const personalLink =
      invitation === undefined
        ? null
        : linkFor({ masterKey, publicUrl }, { organisationId, ...invitation }).address
    return [{ participantId, name, email, personalLink }]
  })
}

const addressOf = (publicUrl: string, { programmeId }: OpenProgramme): string =>
  `${publicUrl}/programmes/${programmeId}/sign-off`

const wayIn = (personalLink: string | null): string =>
  personalLink === null
    ? ''
    : `
If you are asked to sign in, open your personal link first. Do not pass it on:

${personalLink}
`

type SignOffMail = { readonly publicUrl: string; readonly answerBy: string }

export const mailsToContributors = async (
  context: ActionContext,
  programme: OpenProgramme,
  { publicUrl, answerBy }: SignOffMail,
): Promise<readonly NewMail[]> =>
  (await listReachable(context, programme, publicUrl)).map(
    ({ participantId, name, email, personalLink }) => ({
      purpose: 'sign_off',
      about: participantId,
      to: email,
      subject: `A document of ${programme.name} is ready for you to read`,
      text: `Dear ${name},

What the group said in ${programme.name} has been put into words. Read the text by ${dayInWords(answerBy)}, and say whether you agree to it or ask for a change:

${addressOf(publicUrl, programme)}
${wayIn(personalLink)}
Nobody is told who has answered what.
`,
    }),
  )

export const reminderTo = (
  programme: OpenProgramme,
  { participantId, name, email, personalLink }: Reachable,
  publicUrl: string,
): NewMail => ({
  purpose: 'sign_off_reminder',
  about: participantId,
  to: email,
  subject: `A document of ${programme.name} waits for you`,
  text: `Dear ${name},

A text of ${programme.name} waits for your answer. Read it, and say whether you agree to it or ask for a change:

${addressOf(publicUrl, programme)}
${wayIn(personalLink)}
If you have answered already, there is nothing to do. Nobody is told who has answered what.
`,
})
