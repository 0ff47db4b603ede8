/** A feedback document: what is being written, and what is signed off. */

/** A point of the document as it is being written, with the notes it comes from. */
export type DocumentPoint = {
  readonly pointId: string
  readonly domain: string
  /** Where it stands among the points of its domain, as text: smallest first. */
  readonly place: string
  readonly text: string
  readonly noteIds: readonly string[]
}

/** The words of a document and nothing else: what is hashed, signed off and released. Domains in the protocol's order. */
export type DocumentText = {
  readonly domains: readonly {
    readonly domain: string
    readonly label: string
    readonly points: readonly string[]
  }[]
}

export const documentStates = ['writing', 'signing', 'released'] as const
export type DocumentState = (typeof documentStates)[number]
