/** What verifying a certificate showed, for a terminal and for another program. */
import { dateAndTime } from '../../lib/dates.ts'
import type { Pair } from '../model.ts'
import type { Certificate } from './certificate.ts'
import type { VerifyProblem } from './certificate-problems.ts'
import type { Check, Verification } from './verify-certificate.ts'

type Verified = { readonly certificate: Certificate; readonly verification: Verification }

export const verificationText = ({ certificate, verification }: Verified): string => {
  const { checks, pairs } = verification
  const lines = [
    ...headOf(certificate),
    '',
    ...checks.map(lineOf),
    ...(pairs === null ? [] : ['', ...pairLines(pairs)]),
    '',
    ...limits(certificate, pairs !== null),
  ]
  return `${lines.join('\n')}\n`
}

const headOf = ({ number, programme, mode, drawnAt }: Certificate): readonly string[] => {
  const when = `Draw ${number} of the programme ${programme}`
  const time = dateAndTime(new Date(drawnAt))
  return mode === 'random'
    ? [`${when}, made by chance on ${time}.`]
    : [
        `${when}: pairs chosen by the coordinator on ${time}.`,
        'NOT RANDOM: nothing was left to chance, so nothing can be recomputed.',
      ]
}

const lineOf = ({ what, holds }: Check): string => `${holds ? 'holds' : 'FAILS'}  ${what}.`

const pairLines = (pairs: readonly Pair[]): readonly string[] => {
  const width = Math.max(6, ...pairs.map(({ mentor }) => mentor.length))
  const line = ({ mentor, mentee }: Pair): string => `${mentor.padEnd(width)}  ${mentee}`
  return ['The pairs, under the labels of the inputs:', ...[heading, ...pairs].map(line)]
}

const heading = { mentor: 'mentor', mentee: 'mentee' }

const limits = ({ mode }: Certificate, isDrawnAgain: boolean): readonly string[] => [
  ...(mode === 'random' && !isDrawnAgain
    ? [
        'Not checked: method, number of pairings, forced pairs, rules and result. For these the draw is made again, with --inputs; an auditor of the programme can open the inputs.',
      ]
    : []),
  'Not in these files: whether programme, times, reasons and who asked are as they were. Compare them with the certificate in the programme and with its audit log.',
]

export const verificationJson = (
  { certificate, verification }: Verified,
  problem: VerifyProblem | undefined,
): string => {
  const { number, programme, mode } = certificate
  const printed = {
    ...{ programme, number, mode, holds: problem === undefined },
    ...verification,
    ...(problem === undefined ? {} : { problem }),
  }
  return `${JSON.stringify(printed)}\n`
}
