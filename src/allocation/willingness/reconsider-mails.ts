/** The mail that asks every mentor to look at their choices again: word for word the same, whoever said what. */
import { listReachable, type Reachable, wayIn } from '../../people/inviting/reachable.ts'
import type { Participant } from '../../people/model.ts'
import type { ActionContext } from '../../platform/action.ts'
import { type NewMail, writeMails } from '../../platform/mail.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import { reconsiderMailParagraphs } from './reconsider.ts'

export type Asked = { readonly mentors: readonly Participant[]; readonly publicUrl: string }

export const writeReconsiderMails = async (
  context: ActionContext,
  programme: OpenProgramme,
  { mentors, publicUrl }: Asked,
): Promise<void> => {
  const ids = new Set(mentors.map(({ participantId }) => participantId))
  const mails = (await listReachable(context, programme, publicUrl))
    .filter(({ participantId }) => ids.has(participantId))
    .map((person) => mailTo(programme, person, publicUrl))
  await writeMails(context, programme.organisationKey, mails)
}

const mailTo = (
  { name: programme, programmeId }: OpenProgramme,
  { participantId, name, email, personalLink }: Reachable,
  publicUrl: string,
): NewMail => ({
  purpose: 'willingness_reopened',
  about: participantId,
  to: email,
  subject: `Look at your choices for ${programme} again`,
  text: `Dear ${name},

${reconsiderMailParagraphs.join('\n\n')}

${publicUrl}/programmes/${programmeId}/willing
${wayIn(personalLink)}`,
})
