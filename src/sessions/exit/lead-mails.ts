/** The mail to whoever leads the programme: which pair has ended, by its label, and nobody's name. */
import { listOrganisers } from '../../people/adding/load-surroundings.ts'
import type { ActionContext } from '../../platform/action.ts'
import { writeMails } from '../../platform/mail.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'

type Ended = { readonly label: string; readonly publicUrl: string }

export const writeLeadMails = async (
  context: ActionContext,
  programme: OpenProgramme,
  ended: Ended,
): Promise<void> => {
  const leads = await listOrganisers(context.tx, programme, ['lead'])
  const mails = leads.map(({ name, email }) => ({
    purpose: 'pair_exited',
    to: email,
    ...words(programme, name, ended),
  }))
  await writeMails(context, programme.organisationKey, mails)
}

const words = (
  { programmeId, name: programme }: OpenProgramme,
  name: string,
  { label, publicUrl }: Ended,
) => ({
  subject: `A pair has ended in ${programme}`,
  text: `Dear ${name},

Pair ${label} in ${programme} has ended, because one of the two asked for it. Nobody is asked why, and which of them it was is kept nowhere. Both take part as before, and have been told that their pair has ended.

If somebody is free, you can begin a draw for whoever is without a partner. These two are not drawn together again:

${publicUrl}/programmes/${programmeId}/allocation/departure
`,
})
