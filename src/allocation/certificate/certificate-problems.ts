/** Why a certificate or its inputs cannot be read, or do not hold, and what to do. */

type OfText = { readonly text: 'certificate' | 'inputs' }

export type UnreadableProblem =
  | (OfText & { readonly kind: 'allocation.not_json'; readonly fault: string })
  | (OfText & {
      readonly kind: 'allocation.version_not_known'
      readonly place: 'format' | 'algorithm'
      readonly found: string
      readonly expected: string
    })
  | (OfText & {
      readonly kind: 'allocation.field_not_understood'
      /** From the outside in: `earlier.0.drawnAt`; empty: the whole. */
      readonly place: string
      readonly fault: string
    })

export type VerifyProblem =
  | UnreadableProblem
  | { readonly kind: 'allocation.file_not_readable'; readonly file: string }
  | { readonly kind: 'allocation.file_not_text'; readonly file: string }
  | { readonly kind: 'allocation.certificate_does_not_hold'; readonly what: string }

export const sentenceOfVerifying = (problem: VerifyProblem): string => {
  switch (problem.kind) {
    case 'allocation.file_not_readable':
      return `${problem.file} cannot be read. Check its name, and whether you may read it.`
    case 'allocation.file_not_text':
      return `${problem.file} is not text. Take the file as it was handed out.`
    case 'allocation.certificate_does_not_hold':
      return `This certificate does not hold. The first thing that is not so: “${problem.what}.”`
    default:
      return sentenceOfUnreadable(problem)
  }
}

const names = { certificate: 'certificate', inputs: 'text of inputs' } as const

export const sentenceOfUnreadable = (problem: UnreadableProblem): string => {
  const name = names[problem.text]
  switch (problem.kind) {
    case 'allocation.not_json':
      return `The ${name} is not JSON: ${problem.fault}. Take the file as it was handed out.`
    case 'allocation.version_not_known':
      return `The ${name} has the ${problem.place} “${problem.found}”, and this version of Turnabout knows “${problem.expected}”. Use the version that it was made with.`
    case 'allocation.field_not_understood': {
      const place = problem.place === '' ? 'what stands there' : `“${problem.place}”`
      return `In the ${name}, ${place} ${problem.fault}. Take the file as it was handed out.`
    }
  }
}
