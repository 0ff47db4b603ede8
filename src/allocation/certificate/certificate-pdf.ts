/** A certificate on paper. */
import { makePdf } from '../../platform/pdf.ts'
import { earlierInWords, factsOf, introduction, notRandom, titleOf } from './certificate-words.ts'
import { checkableValues, howToCheck } from './checkable-values.ts'
import type { IssuedDraw, LoadedCertificates } from './load-certificates.ts'

const template = 'src/allocation/certificate/certificate.typ'

export const certificatePdf = (
  { programme }: LoadedCertificates,
  { certificate, text }: IssuedDraw,
  projectRoot: string,
): Promise<Uint8Array> => {
  const check = howToCheck(certificate)
  return makePdf(
    { projectRoot, file: template },
    {
      title: titleOf(certificate),
      programme: programme.name,
      warning: certificate.mode === 'chosen' ? notRandom : null,
      introduction,
      facts: factsOf(programme.protocol, certificate).map(({ key, value }) => ({
        key,
        value: breaking(value),
      })),
      values: checkableValues(certificate, text),
      earlier: certificate.earlier.map(earlierInWords),
      check: check && { ...check, committed: check.committed.trimEnd().split('\n') },
    },
  )
}

/** A long number may go on in the next line after any of its commas. */
const breaking = (value: string): string => value.replaceAll(/,(?=\d)/g, ',\u200B')
