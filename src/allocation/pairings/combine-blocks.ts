/** The draw as a whole, from the draws of its blocks. */
import type { Random } from '../../lib/random.ts'
import type { Method } from '../model.ts'
import type { Block } from './blocks.ts'
import type { ChainDiagnostics } from './chain-draw.ts'
import { type BlockDraw, prepareBlock } from './draw-block.ts'
import type { Pairing } from './possible-pairs.ts'

export type DrawnPairing = {
  readonly pairing: Pairing
  /** The weakest of the methods that were used. */
  readonly method: Method
  /** Of each block that the chain drew. */
  readonly diagnostics: readonly ChainDiagnostics[]
}

export type CombinedDraw = {
  /** The weakest of the methods that the blocks need, if every shuffle goes well. */
  readonly method: Method
  /** The product of the blocks' counts; null where one is not counted. */
  readonly count: bigint | null
  readonly draw: (random: Random) => DrawnPairing
  /** The pairing with this number, from 0 to count − 1, where all blocks are counted. */
  readonly pairingAt: (number: bigint) => Pairing
}

type Prepared = { readonly block: Block; readonly draw: BlockDraw }

/** @param candidates how many there are in all blocks together */
export const combineBlocks = (blocks: readonly Block[], candidates: number): CombinedDraw => {
  const prepared = blocks.map((block) => ({ block, draw: prepareBlock(block.possible) }))
  const method = weakest(prepared.map(({ draw }) => draw.method))
  const counted = productOf(prepared)
  const pairingAt = (number: bigint) => {
    const seats = new Array<number | null>(candidates).fill(null)
    seatExactly(prepared, seats, number)
    return seats
  }
  return {
    method,
    count: method === 'exact' ? counted : null,
    pairingAt,
    draw: (random) => {
      const seats = pairingAt(random.belowBig(counted))
      const drawn = prepared.flatMap((one) => seatByDrawing(one, seats, random) ?? [])
      return {
        pairing: seats,
        method: weakest(drawn.map((one) => one.method)),
        diagnostics: drawn.flatMap((one) => one.diagnostics ?? []),
      }
    },
  }
}

const strengths = ['exact', 'rejection', 'chain'] as const

const weakest = (methods: readonly Method[]): Method =>
  methods.reduce<Method>(
    (weak, method) => (strengths.indexOf(method) > strengths.indexOf(weak) ? method : weak),
    'exact',
  )

/** How many pairings the blocks that are counted have together. */
const productOf = (prepared: readonly Prepared[]): bigint =>
  prepared.reduce(
    (product, { draw }) => (draw.method === 'exact' ? product * draw.count : product),
    1n,
  )

/** One number below the product is one number below each count: its digits, with the counts as bases. */
const seatExactly = (
  prepared: readonly Prepared[],
  seats: (number | null)[],
  number: bigint,
): void => {
  let left = number
  for (const { block, draw } of prepared) {
    if (draw.method !== 'exact') continue
    seat(block, draw.pairingAt(left % draw.count), seats)
    left /= draw.count
  }
}

const seatByDrawing = ({ block, draw }: Prepared, seats: (number | null)[], random: Random) => {
  if (draw.method === 'exact') return null
  const drawn = draw.draw(random)
  seat(block, drawn.pairing, seats)
  return drawn
}

/** Back to the numbers that places and candidates have in the draw as a whole. */
const seat = (block: Block, pairing: Pairing, seats: (number | null)[]): void => {
  for (const [index, place] of pairing.entries()) {
    const candidate = block.candidates[index]
    if (candidate === undefined || place === null) continue
    seats[candidate] = block.places[place] ?? null
  }
}
