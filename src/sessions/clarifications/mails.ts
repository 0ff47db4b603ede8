/** The mails about questions to the group: they name no mentee and hold nothing of a question. */
import { listReachableContributors } from '../../interview/documents/signing/mails.ts'
import { listStaff } from '../../organisations/store.ts'
import { listReachable, wayIn } from '../../people/inviting/reachable.ts'
import type { ActionContext } from '../../platform/action.ts'
import { type NewMail, writeMails } from '../../platform/mail.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { listProgrammeStaff } from '../../protocol/store.ts'

const addressOf = ({ programmeId }: OpenProgramme, publicUrl: string): string =>
  `${publicUrl}/programmes/${programmeId}/clarifications`

export const writeFacilitatorMails = async (
  context: ActionContext,
  programme: OpenProgramme,
  publicUrl: string,
): Promise<void> => {
  const { tx, organisationId } = context
  const facilitators = new Set(
    (await listProgrammeStaff(tx, organisationId))
      .filter(({ programmeId }) => programmeId === programme.programmeId)
      .filter(({ role }) => role === 'facilitator')
      .map(({ staffId }) => staffId),
  )
  const mails = (await listStaff(tx, organisationId))
    .filter(({ staffId }) => facilitators.has(staffId))
    .map(
      ({ name, email }): NewMail => ({
        purpose: 'question_asked',
        to: email,
        subject: `A question to the group in ${programme.name}`,
        text: `Dear ${name},

Somebody has asked the group of ${programme.name} a question. Read it, and pass it on or decline it:

${addressOf(programme, publicUrl)}
`,
      }),
    )
  await writeMails(context, programme.organisationKey, mails)
}

export const writeGroupMails = async (
  context: ActionContext,
  programme: OpenProgramme,
  publicUrl: string,
): Promise<void> => {
  const contributors = await listReachableContributors(context, programme, publicUrl)
  const mails = contributors.map(
    ({ participantId, name, email, personalLink }): NewMail => ({
      purpose: 'question_with_group',
      about: participantId,
      to: email,
      subject: `A question to your group in ${programme.name}`,
      text: `Dear ${name},

Your group in ${programme.name} is asked a question about a point of a document. Read it, and write what you would say, or that you have nothing to add:

${addressOf(programme, publicUrl)}
${wayIn(personalLink)}
The group answers as a group. Nobody is told who has written what, or whether you have.
`,
    }),
  )
  await writeMails(context, programme.organisationKey, mails)
}

type ToMentee = { readonly menteeId: string; readonly publicUrl: string }

/** The same whether the question was answered or declined. */
export const writeMenteeMail = async (
  context: ActionContext,
  programme: OpenProgramme,
  { menteeId, publicUrl }: ToMentee,
): Promise<void> => {
  const reachable = await listReachable(context, programme, publicUrl)
  const mails = reachable
    .filter(({ participantId }) => participantId === menteeId)
    .map(
      ({ participantId, name, email, personalLink }): NewMail => ({
        purpose: 'question_closed',
        about: participantId,
        to: email,
        subject: `Your question to the group in ${programme.name}`,
        text: `Dear ${name},

There is a reply to your question to the group in ${programme.name}. Read it here:

${addressOf(programme, publicUrl)}
${wayIn(personalLink)}`,
      }),
    )
  await writeMails(context, programme.organisationKey, mails)
}
