/** That the two stages of a comparison were not answered under the same version of the protocol. */
import { listed } from '../../protocol/wording/words.ts'
import type { ProtocolVersions, Study } from '../study.ts'

export type VersionsCompared = {
  /** `Stage 1 was answered under version 1 of the protocol, stage 5 under version 2.` */
  readonly sentence: string
  /** What was changed from the earliest of these versions to the latest. */
  readonly differences: readonly string[]
}

/** Null: one version asked both stages, or nothing is known about it. */
export const versionsCompared = (
  { versions }: Pick<Study, 'versions'>,
  { from, to }: { readonly from: number; readonly to: number },
): VersionsCompared | null => {
  if (versions === undefined) return null
  const [before, after] = [versionsAt(versions, from), versionsAt(versions, to)]
  const all = [...before, ...after]
  if (before.length === 0 || after.length === 0 || new Set(all).size === 1) return null
  const [first, last] = [Math.min(...all), Math.max(...all)]
  return {
    sentence: `Stage ${from} was answered under ${named(before)} of the protocol, stage ${to} under ${named(after)}.`,
    differences: versions.changes
      .filter((change) => change.from >= first && change.to <= last)
      .flatMap(({ differences }) => differences),
  }
}

const versionsAt = ({ stages }: ProtocolVersions, asked: number): readonly number[] =>
  stages.find(({ stage }) => stage === asked)?.versions ?? []

const named = (versions: readonly number[]): string =>
  `${versions.length === 1 ? 'version' : 'versions'} ${listed(versions.map(String))}`
