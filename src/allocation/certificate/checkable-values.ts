/** The values and hashes of a certificate, each with what it is the hash of. */
import type { Certificate, RandomCertificate } from './certificate.ts'
import { committedText, sha256 } from './hash.ts'

export type Checkable = {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly value: string
}

/** @param text of the certificate, as it is handed out */
export const checkableValues = (certificate: Certificate, text: string): readonly Checkable[] => [
  ...(certificate.mode === 'random' ? drawnValues(certificate) : []),
  {
    id: 'result',
    label: 'Hash of the pairs',
    hint: 'SHA-256 of the pairs, with some chance added so that they cannot be guessed from it',
    value: certificate.resultSha256,
  },
  {
    id: 'fingerprint',
    label: 'Fingerprint of this certificate',
    hint: 'SHA-256 of its JSON file, to see whether two people have the same',
    value: sha256(text),
  },
]

const drawnValues = ({
  contributions,
  inputsSha256,
  commitment,
  seed,
}: RandomCertificate): readonly Checkable[] => [
  {
    id: 'value-lead',
    label: 'Value of the programme lead',
    hint: 'Given without seeing the other',
    value: contributions.lead,
  },
  {
    id: 'value-facilitator',
    label: 'Value of the facilitator',
    hint: 'Given without seeing the other',
    value: contributions.facilitator,
  },
  {
    id: 'inputs',
    label: 'Hash of the inputs',
    hint: 'SHA-256 of who could be paired with whom, recorded when the willingness was closed',
    value: inputsSha256,
  },
  {
    id: 'commitment',
    label: 'Commitment',
    hint: 'SHA-256 of the hash of the inputs and both values, recorded before the draw',
    value: commitment,
  },
  {
    id: 'seed',
    label: 'Seed',
    hint: 'Made from the commitment. All chance of the draw comes from it',
    value: seed,
  },
]

export type HowToCheck = {
  readonly steps: readonly string[]
  /** What the commitment is the hash of. */
  readonly committed: string
}

/** Null: nothing can be computed again. */
export const howToCheck = (certificate: Certificate): HowToCheck | null =>
  certificate.mode === 'chosen'
    ? null
    : {
        steps: [
          'Ask an auditor whether the commitment stands in the audit log, with the second value, before the entry of the draw. What was recorded there cannot be changed later without a trace.',
          'Compute the commitment yourself: save the four lines below in a file, each line with its end, and take the SHA-256 of the file, as with sha256sum. It is the commitment above.',
          'Download the certificate and run “npm run -s turnabout -- verify certificate.json” on a computer of your own. With the inputs, which only an auditor can open, “--inputs inputs.json” makes the draw again and compares everything.',
        ],
        committed: committedText(certificate.inputsSha256, certificate.contributions),
      }
