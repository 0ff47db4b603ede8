/** What an invitation says, in a mail and in a letter. */
import type { Protocol, RoleId } from '../../protocol/model.ts'
import { countedNoun, rolesOf } from '../consent/words.ts'

/** What an invitation tells of the programme: the same for everybody of a group. */
export type InvitingProgramme = {
  readonly organisation: string
  readonly name: string
  readonly protocol: Protocol
  /** Whom to ask. */
  readonly leads: readonly { readonly name: string; readonly email: string }[]
}

export type Invited = { readonly name: string; readonly role: RoleId }

/** The paragraphs between the greeting and the way in. */
export const invitationParagraphs = (
  { organisation, name, protocol }: InvitingProgramme,
  role: RoleId,
): readonly string[] => {
  const { mentors, mentees } = rolesOf(protocol)
  return [
    `${organisation} invites you to take part in ${name}, a reverse mentoring programme. In it, ${mentors} give feedback to ${mentees}, who usually teach or lead them. You are invited as one of the ${role === 'mentor' ? mentors : mentees}.`,
    howLong(protocol, role),
    'You can first read what taking part means. Whether you do is your choice: you can say no without giving a reason, and it makes no difference to your job, your training or your appraisal.',
  ]
}

const howLong = ({ steps, rules }: Protocol, role: RoleId): string => {
  const questionnaires = steps.filter(
    (step) => step.kind === 'questionnaire' && step.asks[role] !== undefined,
  ).length
  const hasInterview = role === 'mentor' && steps.some(({ kind }) => kind === 'interview')
  const { sessionsPerPair: sessions, sessionLimitMinutes: minutes } = rules
  const parts = [
    `${countedNoun(questionnaires, 'questionnaire')} of about 10 minutes each`,
    ...(hasInterview ? ['one group interview'] : []),
    `${countedNoun(sessions, 'meeting')} of up to ${minutes} minutes`,
  ]
  return `What it takes: ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}, over the whole programme.`
}

export const whomToAsk = ({ leads }: InvitingProgramme): string =>
  leads.length === 0
    ? 'If you have questions, ask the person who told you about the programme.'
    : `If you have questions, ask ${leads.map(({ name, email }) => `${name} (${email})`).join(' or ')}.`

type MailWords = { readonly subject: string; readonly text: string }

export const invitationMail = (
  programme: InvitingProgramme,
  invited: Invited,
  address: string,
): MailWords => ({
  subject: `You are invited to take part in ${programme.name}`,
  text: paragraphs([
    `Dear ${invited.name},`,
    ...invitationParagraphs(programme, invited.role),
    'This is your personal link. It opens your own pages and nothing else, so do not pass it on:',
    address,
    whomToAsk(programme),
    programme.organisation,
  ]),
})

export const newLinkMail = (
  programme: InvitingProgramme,
  { name }: Invited,
  address: string,
): MailWords => ({
  subject: `Your new personal link for ${programme.name}`,
  text: paragraphs([
    `Dear ${name},`,
    `You have a new personal link for ${programme.name}. The link you had before, and the code of a letter, no longer open your pages.`,
    address,
    'It opens your own pages and nothing else, so do not pass it on. What you have given so far is still there.',
    whomToAsk(programme),
    programme.organisation,
  ]),
})

/** Goes to the address that somebody had until now. */
export const addressChangedText = (about: {
  readonly name: string
  readonly programme: string
}): MailWords => ({
  subject: `Your email address for ${about.programme} was changed`,
  text: paragraphs([
    `Dear ${about.name},`,
    `The programme lead has changed the email address at which ${about.programme} reaches you. From now on nothing comes to this one.`,
    'If you did not ask for this, tell the programme lead.',
  ]),
})

const paragraphs = (texts: readonly string[]): string => `${texts.join('\n\n')}\n`
