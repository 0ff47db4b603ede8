/** A draw by the chain: several walks from different starts, and what they say about each other. */
import type { Random } from '../../lib/random.ts'
import { matchPlaces } from './match-places.ts'
import { type Chain, pairingChain } from './pairing-chain.ts'
import { candidatesOf, type Pairing, type PossiblePairs, pairingOf } from './possible-pairs.ts'

/** What shows whether the walks forgot where they began. It can show that they did not, and never proves that they did. */
export type ChainDiagnostics = {
  /** How many walks there were, each from a start of its own. */
  readonly walks: number
  /** How many steps each of them made. */
  readonly steps: number
  /**
   * Gelman and Rubin's factor for the number of places that are filled as at the first start: near 1 where the walks
   * agree, above 1.1 where they do not.
   */
  readonly scaleReduction: number
  /** The share of places that the pairing drawn fills as its own start did. */
  readonly keptFromStart: number
}

const walks = 4
/** Doors per place that a walk goes through, on average: each place is filled anew some hundred times. */
const doorsPerPlace = 400
const pilotSteps = 50
const fewestSteps = 1000

/**
 * One pairing, approximately uniform.
 *
 * @returns  where the first walk ends; the others serve the diagnostics
 * Method: the number of steps is set beforehand, from a walk of its own that is thrown away: a walk that stopped when it
 * had gone far enough would prefer pairings from which the ways are long.
 * Source: Gelman and Rubin, Stat Sci 1992;7:457–72, doi:10.1214/ss/1177011136.
 */
export const walkFrom = (
  possible: PossiblePairs,
  random: Random,
): { readonly pairing: Pairing; readonly diagnostics: ChainDiagnostics } => {
  const starts = Array.from({ length: walks }, () => startAt(possible, random))
  const [first = Int32Array.of()] = starts
  const steps = stepsFor(possible, chainAt(possible, first), random)
  const watched = starts.map((start) =>
    watchedWalk(chainAt(possible, start), { first, steps, random }),
  )
  const [drawn = first] = watched.map(({ filledBy }) => filledBy)
  return {
    pairing: pairingOf(possible, drawn),
    diagnostics: {
      walks,
      steps,
      scaleReduction: scaleReductionOf(watched.map(({ agreements }) => agreements)),
      keptFromStart: agreementsOf(drawn, first) / possible.places,
    },
  }
}

/** A matching of the people in an order of chance, so that the starts differ. */
const startAt = (possible: PossiblePairs, random: Random): Int32Array => {
  const order = random.shuffle(Array.from({ length: possible.places }, (_, place) => place))
  const candidates = candidatesOf(possible)
  const matched = matchPlaces(order.map((place) => random.shuffle(candidates[place] ?? [])))
  const filledBy = new Int32Array(possible.places)
  for (const [index, place] of order.entries()) {
    const candidate = matched[index]
    if (candidate === null || candidate === undefined)
      throw new Error('a block that has a complete pairing was given none')
    filledBy[place] = candidate
  }
  return filledBy
}

const chainAt = (possible: PossiblePairs, filledBy: Int32Array): Chain =>
  pairingChain(possible, pairingOf(possible, filledBy))

const stepsFor = ({ places }: PossiblePairs, pilot: Chain, random: Random): number => {
  let doors = 0
  for (let step = 0; step < pilotSteps; step += 1) doors += pilot.step(random)
  return Math.max(fewestSteps, Math.ceil((doorsPerPlace * places * pilotSteps) / doors))
}

type Walk = { readonly first: Int32Array; readonly steps: number; readonly random: Random }

/** Most looks at a walk: enough for the diagnostics, few enough to cost nothing beside it. */
const mostLooks = 200

const watchedWalk = (chain: Chain, { first, steps, random }: Walk) => {
  const every = Math.max(1, Math.floor(steps / mostLooks))
  const agreements: number[] = []
  for (let step = 1; step <= steps; step += 1) {
    chain.step(random)
    if (step > steps / 2 && step % every === 0) agreements.push(agreementsOf(chain.filledBy, first))
  }
  return { filledBy: chain.filledBy, agreements }
}

const agreementsOf = (a: Int32Array, b: Int32Array): number =>
  a.reduce((sum, candidate, place) => sum + (candidate === b[place] ? 1 : 0), 0)

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const variance = (values: readonly number[]): number => {
  const middle = mean(values)
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1)
}

/** 1 where nothing varies, within the walks or between them. */
const scaleReductionOf = (observed: readonly (readonly number[])[]): number => {
  const n = observed[0]?.length ?? 0
  const within = mean(observed.map(variance))
  const between = variance(observed.map(mean))
  if (within === 0) return between === 0 ? 1 : Number.POSITIVE_INFINITY
  return Math.sqrt((((n - 1) / n) * within + between) / within)
}
