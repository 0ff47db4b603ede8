/** A draw by the chain: several walks from different starts, and what they say about each other. */
import type { Random } from '../../lib/random.ts'
import { type Chain, pairingChain } from './pairing-chain.ts'
import type { Pairing } from './possible-pairs.ts'
import { type Seating, type TakenBy, takeSeats } from './seating.ts'

/** What shows whether the walks forgot where they began. It can show that they did not, and never proves that they did. */
export type ChainDiagnostics = {
  /** How many walks there were, each from a start of its own. */
  readonly walks: number
  /** How many steps each of them made. */
  readonly steps: number
  /**
   * Gelman and Rubin's factor for the number of pairs that are as at the first start: near 1 where the walks
   * agree, above 1.1 where they do not.
   */
  readonly scaleReduction: number
  /** The share of the pairs drawn that were in its own start. */
  readonly keptFromStart: number
}

const walks = 4
/** How often each seat is left during a walk, on average. */
const timesLeft = 400
const pilotSteps = 100
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
  seating: Seating,
  random: Random,
): { readonly pairing: Pairing; readonly diagnostics: ChainDiagnostics } => {
  const starts = Array.from({ length: walks }, () => startAt(seating, random))
  const [first = []] = starts
  const steps = stepsFor(seating, pairingChain(seating, first), random)
  const begin = seating.pairingFrom(first)
  const watched = starts.map((start) =>
    watchedWalk(seating, pairingChain(seating, start), { begin, steps, random }),
  )
  const drawn = watched[0]?.end ?? begin
  return {
    pairing: drawn,
    diagnostics: {
      walks,
      steps,
      scaleReduction: scaleReductionOf(watched.map(({ agreements }) => agreements)),
      keptFromStart: agreementsOf(drawn, begin) / seating.sitters.length,
    },
  }
}

/** A matching of the people in an order of chance, so that the starts differ. */
const startAt = ({ sitters, takes }: Seating, random: Random): TakenBy => {
  const order = random.shuffle([...sitters.keys()])
  const shuffled = order.map((seat) => random.shuffle(sitters[seat] ?? []))
  const taken = takeSeats({ sitters: shuffled, takes })
  if (taken === null) throw new Error('a block that has a complete pairing was given none')
  const start = new Int32Array(order.length)
  for (const [index, seat] of order.entries()) start[seat] = taken[index] ?? 0
  return start
}

const stepsFor = ({ sitters }: Seating, pilot: Chain, random: Random): number => {
  let left = 1
  for (let step = 0; step < pilotSteps; step += 1) left += pilot.step(random)
  return Math.max(fewestSteps, Math.ceil((timesLeft * sitters.length * pilotSteps) / left))
}

type Walk = { readonly begin: Pairing; readonly steps: number; readonly random: Random }

/** Most looks at a walk: enough for the diagnostics, few enough to cost nothing beside it. */
const mostLooks = 200

const watchedWalk = (seating: Seating, chain: Chain, { begin, steps, random }: Walk) => {
  const every = Math.max(1, Math.floor(steps / mostLooks))
  const agreements: number[] = []
  for (let step = 1; step <= steps; step += 1) {
    chain.step(random)
    if (step > steps / 2 && step % every === 0)
      agreements.push(agreementsOf(seating.pairingFrom(chain.takenBy), begin))
  }
  return { end: seating.pairingFrom(chain.takenBy), agreements }
}

const agreementsOf = (a: Pairing, b: Pairing): number =>
  a.reduce<number>((sum, place, at) => sum + (place !== null && place === b[at] ? 1 : 0), 0)

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
