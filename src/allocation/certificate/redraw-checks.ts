/** The draw, made again from its inputs: is everything that the certificate says about it the same? */
import type { RandomCertificate } from './certificate.ts'
import type { Inputs } from './inputs.ts'
import { outcomeOf } from './issue-certificate.ts'
import type { MadeDraw } from './run-draw.ts'
import type { Check } from './verify-certificate.ts'

export const redrawChecks = (
  certificate: RandomCertificate,
  inputs: Inputs,
  made: MadeDraw,
): readonly Check[] => [...inputChecks(certificate, inputs), ...outcomeChecks(certificate, made)]

const inputChecks = (certificate: RandomCertificate, inputs: Inputs): readonly Check[] => {
  const { mentors, mentees, supervisorRule, objective, severalPartners } = certificate
  return [
    {
      what: 'As many mentors and mentees took part as the inputs name',
      holds: mentors === inputs.mentors.length && mentees === inputs.mentees.length,
    },
    {
      what: 'The rule about supervisors is that of the inputs',
      holds: supervisorRule === inputs.supervisorRule,
    },
    {
      what: 'The preferences count as the inputs say',
      holds: objective === (inputs.preferences?.objective ?? null),
    },
    {
      what: 'Who may have several partners is as the inputs say',
      holds: severalPartners === (inputs.capacity?.side ?? null),
    },
  ]
}

const outcomeChecks = (certificate: RandomCertificate, made: MadeDraw): readonly Check[] => {
  const { pairs, method, count, forced, diagnostics, resultSha256 } = outcomeOf(made)
  return [
    { what: 'Drawn again, there are as many pairs', holds: certificate.pairs === pairs },
    { what: 'Drawn again, the method is the same', holds: certificate.method === method },
    {
      what: 'Counted again, as many pairings are possible',
      holds: certificate.count === count,
    },
    { what: 'Counted again, as many pairs are forced', holds: certificate.forced === forced },
    {
      what: 'Drawn again, the chain has the same diagnostics',
      holds:
        JSON.stringify(certificate.diagnostics.map(inOrder)) ===
        JSON.stringify(diagnostics.map(inOrder)),
    },
    {
      what: 'Drawn again, the pairs are the same (SHA-256 of the result)',
      holds: certificate.resultSha256 === resultSha256,
    },
  ]
}

const inOrder = ({
  walks,
  steps,
  scaleReduction,
  keptFromStart,
}: RandomCertificate['diagnostics'][number]) => [walks, steps, scaleReduction, keptFromStart]
