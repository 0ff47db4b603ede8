/** Everything that is computed from a study, in one go; pure, so that a folder and a database agree. */
import { summariseAllocation } from './analysis/allocation.ts'
import { compareStages } from './analysis/comparisons.ts'
import { summariseItems } from './analysis/items.ts'
import { summariseSessions, summariseWillingness } from './analysis/pairs.ts'
import { describeParticipants } from './analysis/participants.ts'
import { summarise } from './analysis/summaries.ts'
import { tallyThemes } from './analysis/tally.ts'
import { indexValues } from './analysis/values.ts'
import type { Analysis, QuartileDefinition } from './analysis.ts'
import type { Study } from './study.ts'

/** `quartiles`: the definition that tables print; the protocol's own when not given. */
export const analyseStudy = (
  study: Study,
  { quartiles }: { readonly quartiles?: QuartileDefinition | undefined } = {},
): Analysis => {
  const values = indexValues(study)
  const { id, title, rules } = study.protocol
  return {
    protocol: { id, title },
    quartileDefinition: quartiles ?? rules.quartiles,
    summaries: summarise(study, values),
    comparisons: compareStages(study, values),
    items: summariseItems(study),
    allocation: summariseAllocation(study),
    sessions: summariseSessions(study),
    willingness: summariseWillingness(study),
    participants: describeParticipants(study),
    tally: tallyThemes(study),
  }
}
