/** Is this the study that the paper was written about? Only then can its printed numbers be compared. */
import type { Published } from './published.ts'
import { recomputePublished } from './published.ts'
import type { Reported } from './reported.ts'

const doi = '10.1136/bmjopen-2022-062361'

/**
 * The printed numbers beside the recomputed ones; null for any other study. A programme that follows the
 * paper's protocol with people of its own is another study: it is the paper's only where the protocol cites
 * the paper and everybody whom the paper counts at the start (group sizes, ages, willingness) is there.
 */
export const publishedNumbers = ({ study, analysis }: Reported): readonly Published[] | null => {
  if (study.protocol.source?.doi !== doi) return null
  const published = recomputePublished(analysis)
  const people = published.filter(({ path, where }) => path !== null && where === 'Results')
  return people.length > 0 && people.every(({ agrees }) => agrees) ? published : null
}
