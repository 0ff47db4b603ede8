/** The mail to whoever loses a partner: it says that the pair has ended, and not why, and not who. */
import { listParticipants } from '../../people/store.ts'
import type { ActionContext } from '../../platform/action.ts'
import { writeMails } from '../../platform/mail.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import type { StoredPair } from '../store.ts'

/** @param ended the pairs that have ended because somebody left; whoever left is told nothing more */
export const writePartnerMails = async (
  context: ActionContext,
  programme: OpenProgramme,
  ended: readonly StoredPair[],
): Promise<void> => {
  if (ended.length === 0 || programme.state !== 'open') return
  const inPairs = new Set(ended.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))
  const people = await listParticipants(context.tx, programme)
  const mails = people.flatMap(({ participantId, state, name, email }) =>
    inPairs.has(participantId) && state === 'agreed' && email !== null
      ? [{ purpose: 'pair_ended', about: participantId, to: email, ...words(programme, name) }]
      : [],
  )
  await writeMails(context, programme.organisationKey, mails)
}

const words = (programme: OpenProgramme, name: string) => ({
  subject: `Your pair in ${programme.name} has ended`,
  text: `Dear ${name},

A pair in ${programme.name} that you were part of has ended. You take part as before, and there is nothing that you need to do.

If a new partner is found for you, you are told by email and on your page “Partner”.

No more than this is told to anybody about it.
`,
})
