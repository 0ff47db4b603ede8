/** The mail to the partner once a session was recorded or taken back. It names nobody, and says nothing about the session. */
import { listReachable, wayIn } from '../../people/inviting/reachable.ts'
import type { ActionContext } from '../../platform/action.ts'
import { writeMails } from '../../platform/mail.ts'
import type { OpenProgramme } from '../../protocol/open-programme.ts'
import type { OwnPairs } from '../own/load-own-pairs.ts'

export type SessionNews = 'session_recorded' | 'session_taken_back'

type Telling = {
  readonly own: OwnPairs
  readonly partnerId: string
  readonly news: SessionNews
  readonly publicUrl: string
}

/** Whoever has no address finds it on their page. */
export const tellPartner = async (
  context: ActionContext,
  { own, partnerId, news, publicUrl }: Telling,
): Promise<void> => {
  const { programme, participant } = own
  const people = await listReachable(context, programme, publicUrl)
  const to = people.find(({ participantId }) => participantId === partnerId)
  if (to === undefined) return
  const base = `${publicUrl}/programmes/${programme.programmeId}`
  const page = `${base}/session/record?partner=${participant.participantId}`
  const { subject, paragraphs } = words[news](programme, page)
  const text = [`Dear ${to.name},`, ...paragraphs].join('\n\n')
  await writeMails(context, programme.organisationKey, [
    {
      ...{ purpose: news, about: partnerId, to: to.email, subject },
      text: `${text}\n${wayIn(to.personalLink)}`,
    },
  ])
}

type Words = (
  programme: OpenProgramme,
  page: string,
) => { readonly subject: string; readonly paragraphs: readonly string[] }

const words: Readonly<Record<SessionNews, Words>> = {
  session_recorded: ({ name }, page) => ({
    subject: `Your session in ${name} is recorded`,
    paragraphs: [
      `It is noted that you held a session in ${name}: the day, its length, and how you met. Nobody asks what you said, and it is not kept.`,
      'If the day, the length or how you met is wrong, either of you can put it right. What comes next for you is on the same page:',
      page,
    ],
  }),
  session_taken_back: ({ name }, page) => ({
    subject: `A session in ${name} is no longer recorded`,
    paragraphs: [
      `A session of yours in ${name} had been recorded by mistake, and that was taken back. If you did meet, either of you can record it:`,
      page,
    ],
  }),
}
