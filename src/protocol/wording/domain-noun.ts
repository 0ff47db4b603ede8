/** What the domains of a protocol are called: domains, unless it says otherwise (topics, themes). */
import type { Protocol } from '../model.ts'

export type Noun = { readonly singular: string; readonly plural: string }

const usual: Noun = { singular: 'Domain', plural: 'Domains' }

export const nounOfDomains = ({ domainNoun }: Pick<Protocol, 'domainNoun'>): Noun =>
  domainNoun ?? usual

export const isUsualNoun = ({ singular, plural }: Noun): boolean =>
  singular === usual.singular && plural === usual.plural
