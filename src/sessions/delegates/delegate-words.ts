/** What a delegate can do and what they never see: the same words for the mentee, in the mail and on the delegate's page. */

export const canDo =
  'propose times, accept times that are proposed, move a session and cancel it, and say where it is'

export const neverSees = [
  'who the session is with',
  'the feedback, questionnaires, notes, and everything else of the programme',
] as const

export const notRecordedThere =
  'Not recorded: nothing that is said in a session is kept here. All that is noted is that it took place, when, for how long and how.'

type Named = {
  readonly name: string
  readonly mentee: string
  readonly programme: string
  readonly address: string
}

export const namedMail = ({ name, mentee, programme, address }: Named) => ({
  subject: `Booking for ${mentee}`,
  text: `Dear ${name},

${mentee} has asked you to book their sessions of ${programme}. With this link you can ${canDo}:

${address}

You do not have to sign in. What you do there is done for ${mentee}. Whoever has the link can book, so do not pass it on.

You do not see who a session is with, or anything that it is about. If you do not want to book, or no longer want to, tell ${mentee}: they can end the link on their own pages.
`,
})
