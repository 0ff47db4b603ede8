/** What the first text asks people to agree to, and what it offers them should they withdraw. */
import { type Protocol, roleIds } from '../../protocol/model.ts'
import type { ConsentStatement, WithdrawalOffer } from './model.ts'
import { rolesOf } from './words.ts'

type Kind = Partial<Pick<ConsentStatement, 'required' | 'roles'>>

const statementOf = (
  id: string,
  text: string,
  { required = true, roles = [...roleIds] }: Kind = {},
): ConsentStatement => ({ id, text, required, roles })

const asksWillingness = ({ steps }: Protocol): boolean =>
  steps.some((step) => step.kind === 'questionnaire' && step.willingness)

/** The record of a draw must stay whole, or nobody could check it; who stood behind its labels is forgotten. */
const inDraws = (protocol: Protocol): readonly string[] =>
  asksWillingness(protocol)
    ? [
        'What went into a draw that has been made stays in the sealed record of that draw, so that it can be checked, under a label that no longer leads to you.',
      ]
    : []

const hasInterview = ({ steps }: Protocol): boolean =>
  steps.some(({ kind }) => kind === 'interview')

export const defaultStatements = (protocol: Protocol): ConsentStatement[] => [
  statementOf('informed', 'I have read this information and could ask questions.'),
  statementOf(
    'voluntary',
    'I know that taking part is my choice, and that I can withdraw at any time without giving a reason.',
  ),
  statementOf(
    'answers',
    'I agree that my answers are kept under a code and used to evaluate the programme.',
  ),
  statementOf(
    'quotes',
    'I agree that short parts of what I write may be quoted, without my name, in reports and publications.',
  ),
  ...betweenPeople(protocol),
  statementOf('results', 'I would like to be told the results of the programme.', {
    required: false,
  }),
]

const betweenPeople = (protocol: Protocol): readonly ConsentStatement[] => {
  const { mentors, mentees } = rolesOf(protocol)
  const group = statementOf(
    'group',
    `I agree to take part in the group interview, which may be recorded, and to keep private what others say in it about the ${mentees}.`,
    { roles: ['mentor'] },
  )
  const noSearch = statementOf(
    'no_search',
    `I agree to receive feedback from the ${mentors}, and not to try to find out who said what.`,
    { roles: ['mentee'] },
  )
  return hasInterview(protocol) ? [group, noSearch] : [noSearch]
}

export const defaultWithdrawal = (protocol: Protocol): WithdrawalOffer[] => [
  {
    choice: 'stop',
    effect:
      'Nothing more is asked of you. What you gave until then stays in the evaluation, under your code.',
  },
  {
    choice: 'remove',
    effect: [
      'Nothing more is asked of you. Your scores, answers and comments, and what you stated about yourself, are deleted.',
      ...(hasInterview(protocol)
        ? [
            'What is said in the group interview is kept without a name, so nobody can tell which points were yours. You can tell the facilitator which to take out, until the group has agreed its document. After that they stay.',
          ]
        : []),
      ...inDraws(protocol),
      'Results that are already published cannot be changed.',
    ].join(' '),
  },
  {
    choice: 'unlink',
    effect: [
      'Nothing more is asked of you. Your comments and what you stated about yourself are deleted. Your scores and choices stay as figures, under a new code that is drawn by chance and cannot be worked out from your name.',
      ...inDraws(protocol),
    ].join(' '),
  },
]
