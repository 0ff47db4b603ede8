/** People, shares and the strokes of table 1 as the paper prints them. */
import {
  mentionsOf,
  mentorsWilling,
  peopleIn,
  peopleInPhase,
  rangeEnd,
  type Share,
  shareAnswering,
  shareWith,
} from './find.ts'
import { type Figure, printedIn, type Row } from './printed.ts'

const cutOff = '4 of 6 is 66.67%, which rounds to 66.7; the paper cut the digits off.'
const guessed =
  'Columns of table 1 are lost in the text of the paper, so this one is partly a guess.'

const people = printedIn('Results', [
  ['n_mentors_phase1', '6', 'Mentors in phase 1', peopleIn('mentor')],
  ['n_mentors_phase2', '5', 'Mentors in phase 2', peopleInPhase('mentor', 2)],
  ['n_mentees', '5', 'Mentees', peopleIn('mentee')],
  ['willing.five_of_five', '3', 'Mentors willing to mentor all five', mentorsWilling(5)],
  ['willing.four_of_five', '1', 'Mentors willing to mentor four of five', mentorsWilling(4)],
  ['willing.three_of_five', '2', 'Mentors willing to mentor three of five', mentorsWilling(3)],
  ['mentor_age.0', '31', 'Mentors’ age, youngest', rangeEnd('mentor', 'age', 'min')],
  ['mentor_age.1', '40', 'Mentors’ age, oldest', rangeEnd('mentor', 'age', 'max')],
  ['mentee_age.0', '35', 'Mentees’ age, youngest', rangeEnd('mentee', 'age', 'min')],
  ['mentee_age.1', '65', 'Mentees’ age, oldest', rangeEnd('mentee', 'age', 'max')],
  [
    'consultant_years.0',
    '5',
    'Years as consultant, fewest',
    rangeEnd('mentee', 'years_consultant', 'min'),
  ],
  [
    'consultant_years.1',
    '20',
    'Years as consultant, most',
    rangeEnd('mentee', 'years_consultant', 'max'),
  ],
])

type PrintedShare = readonly [
  path: string,
  what: string,
  printed: readonly [count: string, n: string, percent: string],
  share: Share,
  note?: string,
]

const sharesIn = (where: string, shares: readonly PrintedShare[]): readonly Figure[] =>
  shares.flatMap(([path, what, [count, total, percent], share, note]) =>
    printedIn(where, [
      [`${path}.0`, count, what, share.count],
      [`${path}.1`, total, `${what}, of how many`, share.n],
      [null, percent, `${what}, percent`, share.percent, note],
    ]),
  )

const concernsAfter = { role: 'mentee', stage: 5, item: 'concerns_after' } as const
const appraisal = { role: 'mentee', stage: 5, item: 'include_in_appraisal' } as const

const shares = [
  ...sharesIn('Results', [
    ['mentor_male', 'Male mentors', ['4', '6', '66.6'], shareWith('mentor', 'sex', 'male'), cutOff],
    ['mentee_male', 'Male mentees', ['4', '5', '80'], shareWith('mentee', 'sex', 'male')],
    [
      'mentor_previous_role',
      'Mentors with an earlier mentoring role',
      ['3', '6', '50'],
      shareWith('mentor', 'previous_mentoring_role', 'yes'),
    ],
    [
      'mentee_previous_role',
      'Mentees with an earlier mentoring role',
      ['4', '5', '80'],
      shareWith('mentee', 'previous_mentoring_role', 'yes'),
    ],
  ]),
  ...sharesIn('Results, phase 1', [
    [
      'mentor_concerns',
      'Mentors with concerns before phase 1',
      ['4', '6', '66.6'],
      shareAnswering({ role: 'mentor', stage: 1, item: 'concerns_before' }, 'yes'),
      cutOff,
    ],
  ]),
  ...sharesIn('Results, phase 2', [
    [
      'mentee_concerns',
      'Mentees with concerns before the session',
      ['2', '5', '40'],
      shareAnswering({ role: 'mentee', stage: 4, item: 'concerns_before' }, 'yes'),
    ],
    [
      'mentee_no_concerns_after',
      'Mentees without concerns after',
      ['1', '5', '20'],
      shareAnswering(concernsAfter, 'none'),
    ],
    [
      'mentee_lesser_concerns_after',
      'Mentees with lesser concerns after',
      ['4', '5', '80'],
      shareAnswering(concernsAfter, 'lesser'),
    ],
    [
      'appraisal_suggestion',
      'Mentees who would include it in appraisal',
      ['2', '5', '40'],
      shareAnswering(appraisal, 'yes'),
    ],
  ]),
]

/** Phase 1 of the mentors is stages 1 and 3, phase 2 stages 4 and 5. */
const columns = [
  { name: 'mentors, phase 1', role: 'mentor', stages: [1, 3] },
  { name: 'mentors, phase 2', role: 'mentor', stages: [4, 5] },
  { name: 'mentees, stage 4', role: 'mentee', stages: [4] },
  { name: 'mentees, stage 5', role: 'mentee', stages: [5] },
] as const

const strokes = {
  hierarchy_or_power_gradient: [1, 1, 1, 1],
  selection_bias: [3, 0, 1, 0],
  offending_consultants: [3, 3, 0, 0],
  no_change_to_practice: [1, 0, 1, 0],
  not_enough_time: [0, 0, 1, 0],
  collaborative_feedback_more_useful: [0, 2, 0, 0],
  refreshing_idea: [1, 1, 1, 1],
} as const

const table1 = printedIn(
  'Table 1',
  Object.entries(strokes).flatMap(([theme, counts]) =>
    columns.map(({ name, role, stages }, index): Row => {
      const what = `${theme}: ${name}`
      return [null, String(counts[index]), what, mentionsOf(theme, role, stages), guessed]
    }),
  ),
)

export const countFigures: readonly Figure[] = [...people, ...shares, ...table1]
