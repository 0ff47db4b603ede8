/**
 * What a wave of follow-up asks beside the scales: has it lasted, is the relationship sound, was anybody made to pay for
 * speaking openly? Where the wording comes from: docs/methods/follow-up.md.
 */
import type { Item, Protocol, RoleId } from '../model.ts'
import { findItem, findMeasure } from '../rules.ts'
import { plural } from '../wording/words.ts'
import { placesOf } from './asks.ts'

/** Stable: pages and analyses know these questions by them. */
export const followUpItems = {
  lasting: 'follow_up_lasting',
  noticed: 'follow_up_noticed',
  relationship: 'follow_up_relationship',
  retaliation: 'follow_up_retaliation',
  helped: 'follow_up_helped',
} as const

const ofMentees: readonly Item[] = [
  {
    id: followUpItems.lasting,
    label: 'Change has lasted',
    question: 'Have you changed something in your practice because of reverse mentoring?',
    roles: ['mentee'],
    required: true,
    kind: 'single_choice',
    options: [
      { value: 'lasted', label: 'Yes, and it has lasted' },
      { value: 'not_lasted', label: 'Yes, but it has not lasted' },
      { value: 'no', label: 'No' },
    ],
  },
]

/** About the mentees as a group: an answer is not about the own partner. */
const ofMentors = (protocol: Protocol): readonly Item[] => [
  {
    id: followUpItems.noticed,
    label: 'Change seen by the group',
    question: `Thinking of all the ${plural(protocol, 'mentee')} together: how much change have you noticed in how they work since the sessions?`,
    roles: ['mentor'],
    required: true,
    kind: 'single_choice',
    options: [
      { value: 'none', label: 'None' },
      { value: 'some', label: 'Some' },
      { value: 'much', label: 'Much' },
      { value: 'cannot_say', label: 'I cannot say' },
    ],
  },
]

/** Whether it was safe. Nobody has to say. */
const ofBoth: readonly Item[] = [
  {
    id: followUpItems.relationship,
    label: 'Working relationship',
    question:
      'Compared with before the session, how is the working relationship with your partner? Leave it out if you had none.',
    roles: ['mentor', 'mentee'],
    required: false,
    preferNotToSay: true,
    kind: 'single_choice',
    options: [
      { value: 'better', label: 'Better' },
      { value: 'same', label: 'The same' },
      { value: 'worse', label: 'Worse' },
    ],
  },
  {
    id: followUpItems.retaliation,
    label: 'Treated worse for taking part',
    question:
      'Do you think that you have been treated worse because you took part or spoke openly?',
    roles: ['mentor', 'mentee'],
    required: true,
    preferNotToSay: true,
    kind: 'single_choice',
    options: [
      { value: 'no', label: 'No' },
      { value: 'yes', label: 'Yes' },
    ],
  },
]

const inOwnWords: Item = {
  id: followUpItems.helped,
  label: 'What helped or hindered',
  question: 'What has helped changes to last, or stood in their way?',
  roles: ['mentee'],
  required: false,
  kind: 'free_text',
}

/** In the order of asking. */
const questionsFor = (protocol: Protocol): readonly Item[] => [
  ...ofMentees,
  ...ofMentors(protocol),
  ...ofBoth,
  inOwnWords,
]

const ids: readonly string[] = Object.values(followUpItems)

/** An id that stands for something already, from an earlier wave or of a lead's own, stays what it is. */
export const withFollowUpQuestions = (protocol: Protocol): Protocol => {
  const added = questionsFor(protocol).filter(
    ({ id }) => findItem(protocol, id) === undefined && findMeasure(protocol, id) === undefined,
  )
  return { ...protocol, items: [...protocol.items, ...added] }
}

export const withoutUnaskedFollowUpQuestions = (protocol: Protocol): Protocol => {
  const items = protocol.items.filter(
    ({ id }) => !ids.includes(id) || placesOf(protocol, id).length > 0,
  )
  return { ...protocol, items }
}

/** What a wave asks of a group beside the scales. */
export const followUpItemsFor = (protocol: Protocol, role: RoleId): string[] =>
  ids.filter((id) => findItem(protocol, id)?.roles.includes(role) === true)
