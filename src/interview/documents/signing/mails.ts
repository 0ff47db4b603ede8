/** The mails about signing off: they name no mentee and hold nothing of a document. */
import { dayInWords } from '../../../lib/dates.ts'
import { listReachable, type Reachable, wayIn } from '../../../people/inviting/reachable.ts'
import type { ActionContext } from '../../../platform/action.ts'
import type { NewMail } from '../../../platform/mail.ts'
import type { OpenProgramme } from '../../../protocol/open-programme.ts'
import { listContributors } from '../../store.ts'

/** Whoever took part and can be reached. */
export const listReachableContributors = async (
  context: ActionContext,
  programme: OpenProgramme,
  publicUrl: string,
): Promise<readonly Reachable[]> => {
  const contributors = await listContributors(context.tx, programme)
  const ids = new Set(contributors.map(({ participantId }) => participantId))
  const reachable = await listReachable(context, programme, publicUrl)
  return reachable.filter(({ participantId }) => ids.has(participantId))
}

const addressOf = (publicUrl: string, { programmeId }: OpenProgramme): string =>
  `${publicUrl}/programmes/${programmeId}/sign-off`

type SignOffMail = { readonly publicUrl: string; readonly answerBy: string }

export const mailsToContributors = async (
  context: ActionContext,
  programme: OpenProgramme,
  { publicUrl, answerBy }: SignOffMail,
): Promise<readonly NewMail[]> =>
  (await listReachableContributors(context, programme, publicUrl)).map(
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
