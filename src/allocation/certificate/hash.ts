/** The hashes by which a draw can be checked, each of a text that anybody can write again. */
import { createHash } from 'node:crypto'

/** This text names the way in which a draw is made; what changes any result changes it. */
export const algorithm = 'turnabout-allocation/1'

/** @returns 64 hexadecimal digits */
export const sha256 = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex')

/** The values that two people gave to a draw, each without seeing the other's. */
export type Contributions = { readonly lead: string; readonly facilitator: string }

/** What the commitment is the hash of: one line each, so that `sha256sum` gives the same. */
export const committedText = (inputsSha256: string, { lead, facilitator }: Contributions): string =>
  `${algorithm}\ninputs ${inputsSha256}\nlead ${lead}\nfacilitator ${facilitator}\n`

export const commitmentOf = (inputsSha256: string, contributions: Contributions): string =>
  sha256(committedText(inputsSha256, contributions))

/** Another hash than the commitment, so that what is shown before the draw is not yet its seed. */
export const seedOf = (commitment: string): string => sha256(`${algorithm} seed ${commitment}\n`)
