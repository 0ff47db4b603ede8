/** Medians, quartiles and p-values that the paper prints. */
import {
  after,
  before,
  inSessions,
  type Line,
  lowerQuartile,
  median,
  n,
  probability,
  upperQuartile,
} from './find.ts'
import { type Figure, printedIn } from './printed.ts'

const importance: Line = { role: 'mentor', measure: 'importance', domain: 'total' }
const confidence: Line = { role: 'mentor', measure: 'confidence', domain: 'total' }
const ability: Line = { role: 'mentor', measure: 'ability', domain: 'total' }
const understanding: Line = { role: 'mentor', measure: 'understanding', domain: 'overall' }
const awareness: Line = { role: 'mentee', measure: 'awareness', domain: 'total' }
const menteesImportance: Line = { ...importance, role: 'mentee' }
const clinicalPractice: Line = { ...confidence, domain: 'clinical_practice' }
const areasForImprovement: Line = { ...confidence, domain: 'areas_for_improvement' }

const twice =
  'Printed for mentors and mentees together. It can only be the mentees: with six mentors, a median of 30.5 and quartiles of 27 and 32, any five of them have a median of at least 27.'

const phase1 = printedIn('Results, phase 1', [
  [
    'understanding_stage1.median',
    '2',
    'Understanding before phase 1, median',
    median(understanding, 1),
  ],
  [
    'understanding_stage1.q1',
    '2.0',
    'Understanding before phase 1, lower quartile',
    lowerQuartile(understanding, 1),
  ],
  [
    'understanding_stage1.q3',
    '3.0',
    'Understanding before phase 1, upper quartile',
    upperQuartile(understanding, 1),
  ],
  ['understanding_stage1.n', '6', 'Understanding before phase 1, n', n(understanding, 1)],
  [
    'importance_stage1.median',
    '30.5',
    'Mentors’ importance before phase 1, median',
    median(importance, 1),
  ],
  [
    'importance_stage1.q1',
    '27.0',
    'Mentors’ importance before phase 1, lower quartile',
    lowerQuartile(importance, 1),
  ],
  [
    'importance_stage1.q3',
    '32.0',
    'Mentors’ importance before phase 1, upper quartile',
    upperQuartile(importance, 1),
  ],
  ['importance_stage1.n', '6', 'Mentors’ importance before phase 1, n', n(importance, 1)],
  ['confidence_stage1.median', '21.5', 'Confidence before phase 1, median', median(confidence, 1)],
  [
    'confidence_stage1.q1',
    '20.0',
    'Confidence before phase 1, lower quartile',
    lowerQuartile(confidence, 1),
  ],
  [
    'confidence_stage1.q3',
    '25.0',
    'Confidence before phase 1, upper quartile',
    upperQuartile(confidence, 1),
  ],
  ['confidence_stage1.n', '6', 'Confidence before phase 1, n', n(confidence, 1)],
  ['ability_stage1.median', '23', 'Feeling able before phase 1, median', median(ability, 1)],
  [
    'ability_stage1.q1',
    '19.0',
    'Feeling able before phase 1, lower quartile',
    lowerQuartile(ability, 1),
  ],
  [
    'ability_stage1.q3',
    '24.0',
    'Feeling able before phase 1, upper quartile',
    upperQuartile(ability, 1),
  ],
  ['ability_stage1.n', '6', 'Feeling able before phase 1, n', n(ability, 1)],
])

const phase2 = printedIn('Results, phase 2', [
  ['session_minutes.median', '45', 'Minutes of a session, median', inSessions((all) => all.median)],
  [
    'session_minutes.q1',
    '30',
    'Minutes of a session, lower quartile',
    inSessions((all) => all.quartiles?.tukey[0]),
  ],
  [
    'session_minutes.q3',
    '50',
    'Minutes of a session, upper quartile',
    inSessions((all) => all.quartiles?.tukey[1]),
  ],
  ['session_minutes.max', '180', 'Minutes of a session, longest', inSessions((all) => all.longest)],
  ['session_minutes.n', '5', 'Sessions', inSessions((all) => all.n)],
  ['mentor_confidence.pre', '23', 'Confidence, median before', before(confidence)],
  ['mentor_confidence.post', '29', 'Confidence, median after', after(confidence)],
  ['mentor_confidence.p', '0.043', 'Confidence, p', probability(confidence)],
  ['mentor_understanding.pre', '2', 'Understanding, median before', before(understanding)],
  ['mentor_understanding.post', '4', 'Understanding, median after', after(understanding)],
  ['mentor_understanding.p', '0.07', 'Understanding, p', probability(understanding)],
  ['mentee_awareness.p', '0.07', 'Mentees’ awareness, p', probability(awareness)],
  ['importance_both.pre', '23.0', 'Importance, median before', before(menteesImportance), twice],
  ['importance_both.post', '29.0', 'Importance, median after', after(menteesImportance), twice],
  ['importance_both.p', '0.08', 'Importance, p', probability(menteesImportance), twice],
  [
    'confidence_clinical_practice.pre',
    '3',
    'Confidence in clinical practice, median before',
    before(clinicalPractice),
  ],
  [
    'confidence_clinical_practice.post',
    '4',
    'Confidence in clinical practice, median after',
    after(clinicalPractice),
  ],
  [
    'confidence_clinical_practice.p',
    '0.041',
    'Confidence in clinical practice, p',
    probability(clinicalPractice),
  ],
  [
    'confidence_areas_for_improvement.pre',
    '3',
    'Confidence in areas for improvement, median before',
    before(areasForImprovement),
  ],
  [
    'confidence_areas_for_improvement.post',
    '5',
    'Confidence in areas for improvement, median after',
    after(areasForImprovement),
  ],
  [
    'confidence_areas_for_improvement.p',
    '0.041',
    'Confidence in areas for improvement, p',
    probability(areasForImprovement),
  ],
])

const abstract = printedIn('Abstract', [
  [
    'mentor_confidence.p_abstract',
    '0.04',
    'Confidence, p',
    probability(confidence),
    'The Results print the same p as 0.043.',
  ],
])

export const scaleFigures: readonly Figure[] = [...phase1, ...phase2, ...abstract]
