/** A certificate for those who run the programme: how much was left to chance, in plain words. */
import { counted } from '../../../protocol/wording/words.ts'
import type { SummaryRow } from '../../../web/components/summary-list.tsx'
import type { Certificate, RandomCertificate } from '../../certificate/certificate.ts'
import type { Method } from '../../model.ts'

export const methodWords: Readonly<Record<Method, string>> = {
  exact: 'Every possible pairing was counted, and one of them drawn. Each was equally likely.',
  rejection:
    'Partners were dealt by chance, from the start again until all fitted. Each possible pairing was equally likely.',
  chain:
    'There are too many people to count the possible pairings. A long walk by chance leads through them, which makes all of them approximately equally likely.',
}

export const certificateRows = (certificate: Certificate): readonly SummaryRow[] =>
  certificate.mode === 'chosen'
    ? [
        { key: 'Pairs', value: certificate.pairs },
        { key: 'Chosen', value: 'The lead chose the pairs. Nothing was left to chance' },
      ]
    : [
        { key: 'Pairs', value: certificate.pairs },
        { key: 'Possible pairings', value: possibleInWords(certificate) },
        { key: 'Left to chance', value: forcedInWords(certificate) },
        { key: 'Method', value: methodWords[certificate.method] },
      ]

const possibleInWords = ({ count }: RandomCertificate): string =>
  count === null ? 'Not counted' : BigInt(count).toLocaleString('en-GB')

/** Of the pairs that every possible pairing has, chance decided nothing. */
const forcedInWords = ({ forced, pairs }: RandomCertificate): string => {
  if (forced === 0) return `All ${counted(pairs, 'pair')} were drawn from several possible ones`
  return `${forced} of ${counted(pairs, 'pair')} ${forced === 1 ? 'was the only possible one' : 'were the only possible ones'}`
}
