/** Steps 5 and 6: the risks, and what is done about them. */
import type { WordBlock } from '../../platform/word-document.ts'
import { levelOf } from './risk-levels.ts'
import type { Risk } from './risks.ts'
import { toFill } from './settings.ts'

export const riskSteps = (risks: readonly Risk[]): readonly WordBlock[] => [
  { kind: 'heading', level: 1, text: 'Step 5: Identify and assess risks' },
  {
    kind: 'paragraph',
    text: 'The ratings are a proposal. Whoever makes the assessment judges them for this place and these people, and adds what is missing.',
  },
  {
    kind: 'table',
    caption: 'Risks before measures',
    columns: [
      { header: 'Risk, and what it may do to people', share: 11 },
      { header: 'Likelihood of harm', share: 3 },
      { header: 'Severity of harm', share: 3 },
      { header: 'Overall risk', share: 3 },
    ],
    rows: [
      ...risks.map(({ title, description, before }, index) => [
        `${index + 1}. ${title}. ${description}`,
        before.likelihood,
        before.severity,
        levelOf(before),
      ]),
      [toFill('further risks here'), toFill('rating'), toFill('rating'), toFill('rating')],
    ],
  },
  { kind: 'heading', level: 1, text: 'Step 6: Identify measures to reduce risk' },
  {
    kind: 'table',
    caption: 'Measures, and the risk that stays',
    columns: [
      { header: 'Risk', share: 4 },
      { header: 'Measures', share: 10 },
      { header: 'Effect', share: 3 },
      { header: 'Residual risk', share: 3 },
      { header: 'Approved', share: 3 },
    ],
    rows: risks.map((risk, index) => [
      `${index + 1}. ${risk.title}`,
      risk.measures,
      effectOf(risk),
      levelOf(risk.after),
      toFill('yes or no'),
    ]),
  },
]

const effectOf = ({ before, after }: Risk): string =>
  before.likelihood === after.likelihood && before.severity === after.severity
    ? 'Accepted'
    : 'Reduced'
