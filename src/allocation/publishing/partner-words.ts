/** What somebody is told about their partner, in the mail and on the page. It gives no reason for anything. */
import type { Protocol, RoleId } from '../../protocol/model.ts'
import { insideSentence, listed, plural } from '../../protocol/wording/words.ts'

export const pairedSentence = (names: readonly string[]): string =>
  `You have been paired with ${listed(names)}.`

export const ownPartnerOnly =
  'Each of you is told who your own partner is. You are not told about any other pair, and the others are not told about yours.'

export const unpairedParagraphs = [
  'You have no partner at the moment. That says nothing about you or about anybody else, and there is nothing that you need to do.',
  'You still take part in everything else. If there is a partner for you later, you are told by email and on your page.',
] as const

export const endedParagraphs = [
  'Your pair has ended. That can happen in any programme. It is nobody’s fault, and no reason is given to anybody.',
  'There is nothing that you need to do. If there is a new partner for you, you are told by email and on your page.',
] as const

export const formerPairs =
  'If you had another partner before who is not named here, that pair has ended. It is nobody’s fault, and no reason is given to anybody.'

export const agreeFirst =
  'Before you meet, each of you agrees to the ground rules, on your own pages.'

/** What comes next for somebody with a partner, a step each. */
export const nextSteps = (protocol: Protocol, role: RoleId): readonly string[] => [
  firstContact(protocol, role),
  'You find each other in the staff directory of your organisation. Email addresses are not passed on here.',
  ...documentSteps(protocol, role),
]

/** A programme with ground rules of its own says there who begins. */
const firstContact = ({ groundRules, roles }: Protocol, role: RoleId): string => {
  if (groundRules !== undefined)
    return 'The ground rules below say who makes first contact, and how soon to reply.'
  return role === 'mentee'
    ? 'You make first contact, within a week: propose times and a place under Session.'
    : `Your partner makes first contact: that is for the ${insideSentence(roles.mentee.label)} to do. Reply within 48 hours, unless you are on leave. If you have heard nothing after a week, write yourself.`
}

const documentSteps = (protocol: Protocol, role: RoleId): readonly string[] => {
  if (!protocol.steps.some(({ kind }) => kind === 'interview')) return []
  if (role === 'mentor')
    return [
      'You bring the document of the group and talk it through. You find it on your pages once it is released.',
    ]
  const group = `Your partner brings what the ${plural(protocol, 'mentor')} say to you as a group, and talks it through with you. You do not need to prepare anything; if you like, write down beforehand how you think the group sees you.`
  return protocol.rules.documentShown === 'on_release'
    ? [`${group} You find the document under Feedback once it is ready.`]
    : [`${group} You can read the document yourself after the session, under Feedback.`]
}
