/** What the first text says that people will do, and for how long: out of the steps of the protocol. */
import type { Protocol, RoleId } from '../../protocol/model.ts'
import type { ConsentSection } from './model.ts'
import { countedNoun, numberInWords, rolesOf, sectionOf } from './words.ts'

const heading = 'What you will be asked to do'

export const askedSections = (protocol: Protocol): readonly ConsentSection[] => [
  sectionOf('asked_of_mentors', heading, askedOfMentors(protocol), ['mentor']),
  sectionOf('asked_of_mentees', heading, askedOfMentees(protocol), ['mentee']),
  sectionOf('how_long', 'How long it takes', howLong(protocol)),
]

const askedOfMentors = (protocol: Protocol): readonly string[] => {
  const { mentees } = rolesOf(protocol)
  return [
    ...questionnaires(protocol, 'mentor'),
    ...willingness(protocol),
    ...interview(protocol),
    `Meet one of the ${mentees}${protocol.rules.menteesPerMentor === undefined ? '' : ', or several if you offer it,'} ${sessionsInWords(protocol)}. Who meets whom is drawn by chance. What you say there is confidential and is not recorded.`,
  ]
}

const askedOfMentees = (protocol: Protocol): readonly string[] => {
  const { mentors } = rolesOf(protocol)
  return [
    ...questionnaires(protocol, 'mentee'),
    ...vetoes(protocol),
    `Receive feedback from the ${mentors}. You will not be told who said what, and we ask you not to try to find out.`,
    `Meet ${partnersOf(protocol)} ${sessionsInWords(protocol)}. Who meets whom is drawn by chance. What you say there is confidential and is not recorded.`,
  ]
}

const questionnaires = (protocol: Protocol, role: RoleId): readonly string[] => {
  const n = protocol.steps.filter(
    (step) => step.kind === 'questionnaire' && step.asks[role] !== undefined,
  ).length
  if (n === 0) return []
  return [`Fill in ${countedNoun(n, 'questionnaire')}. Each takes about 10 minutes.`]
}

const willingness = (protocol: Protocol): readonly string[] => {
  const { mentees } = rolesOf(protocol)
  const isAsked = protocol.steps.some((step) => step.kind === 'questionnaire' && step.willingness)
  return isAsked
    ? [
        `Say in private which of the ${mentees} you would be willing to mentor. Only the draw uses it: nobody is told whom you named.`,
      ]
    : []
}

const vetoes = (protocol: Protocol): readonly string[] => {
  const { mentors } = rolesOf(protocol)
  const most = protocol.rules.menteeVetoes
  return most === undefined
    ? []
    : [
        `Say in private, if you want to, with which of the ${mentors} you do not want to be paired: ${numberInWords(most)} at most. Only the draw uses it: nobody is told whom you named, or that you named anybody.`,
      ]
}

const partnersOf = (protocol: Protocol): string => {
  const { mentors } = rolesOf(protocol)
  const most = protocol.rules.mentorsPerMentee
  return most === undefined
    ? `one of the ${mentors}`
    : `up to ${numberInWords(most)} of the ${mentors}, each by yourself,`
}

const interview = (protocol: Protocol): readonly string[] => {
  const { mentors, mentees } = rolesOf(protocol)
  return protocol.steps.flatMap((step) =>
    step.kind === 'interview'
      ? [
          `Take part in one interview with the other ${mentors}, ${placeOf(step.mode)}, led by a facilitator. You talk about each of the ${mentees} in turn. The interview may be recorded, so that it can be written down. The group agrees a short document for each of the ${mentees}, in the voice of the group.`,
        ]
      : [],
  )
}

const placeOf = (mode: 'face_to_face' | 'online'): string =>
  mode === 'online' ? 'online' : 'face to face'

const sessionsInWords = ({ rules, steps }: Protocol): string => {
  const places = steps.flatMap((step) => (step.kind === 'session' ? [placeOf(step.mode)] : []))
  const { sessionsPerPair: n, sessionLimitMinutes: minutes } = rules
  const times = n === 1 ? 'once' : `${numberInWords(n)} times`
  return [times, ...places.slice(0, 1), `for up to ${minutes} minutes`].join(', ')
}

const howLong = ({ steps }: Protocol): readonly string[] => {
  const months = steps.flatMap((step) =>
    step.kind === 'questionnaire' && step.followUpMonths !== undefined ? [step.followUpMonths] : [],
  )
  const waves =
    months.length === 0
      ? []
      : [
          `We ask you again up to ${Math.max(...months)} months after the last session, to see whether anything has lasted.`,
        ]
  return [
    'We tell you when each questionnaire opens and when it closes. You can stop half way and go on later: what you have typed is kept for you.',
    ...waves,
  ]
}
