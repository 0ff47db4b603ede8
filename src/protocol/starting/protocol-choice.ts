/** Which protocol a person chose in a form: one of a list, a file, or a text pasted in. */
import * as z from 'zod'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { RepeatedKeyProblem } from '../../platform/action.ts'
import { type FieldErrors, sentencesOfChangeProblem, unfit } from '../changing/change-problems.ts'
import {
  type ProtocolSource,
  type SourceProblem,
  sentencesOfSourceProblem,
  textOfFile,
} from './protocol-source.ts'
import type { ReplaceProblem } from './replace-protocol.ts'

/** `protocol`: `built_in:<id>`, `earlier:<programme>`, `file`, or '' where nothing was chosen. */
export const choiceForm = z.object({
  protocol: z.string().default(''),
  file: z.union([z.file(), z.string()]).default(''),
  pasted: z.string().default(''),
})
export type ChoiceForm = z.infer<typeof choiceForm>

type Refusal = ReplaceProblem | RepeatedKeyProblem
export type ChoiceProblem = Refusal | ReturnType<typeof unfit>

/** A pasted text comes with the line ends of the browser; only a file keeps its own. */
const pastedText = ({ pasted }: ChoiceForm): string => pasted.replaceAll('\r\n', '\n')

const fileOf = ({ file }: ChoiceForm): File | null =>
  typeof file === 'string' || file.size === 0 ? null : file

export const sourceChosen = async (
  form: ChoiceForm,
): Promise<Result<ProtocolSource, SourceProblem | ReturnType<typeof unfit>>> => {
  const errors = errorsIn(form)
  if (Object.keys(errors).length > 0) return fail(unfit(errors))
  const [kind, id = ''] = form.protocol.split(':')
  if (kind === 'built_in') return ok({ kind, id })
  if (kind === 'earlier') return ok({ kind, programmeId: id })
  const file = fileOf(form)
  if (file === null) return ok({ kind: 'text', text: pastedText(form) })
  const text = textOfFile(await file.bytes())
  return text.ok ? ok({ kind: 'text', text: text.value }) : text
}

const errorsIn = (form: ChoiceForm): FieldErrors => {
  const own = [fileOf(form) !== null, form.pasted.trim() !== ''].filter(Boolean).length
  const { protocol } = form
  const isOwn = protocol === 'file' || (protocol === '' && own > 0)
  if (isOwn) return ownErrors(own)
  if (!/^(built_in|earlier):./.test(protocol)) return { protocol: 'Choose a protocol' }
  if (own === 0) return {}
  return {
    protocol: 'You gave a protocol of your own too. Choose “A protocol file”, or take it out',
  }
}

/** @param own how many protocols came along: as a file, as a text */
const ownErrors = (own: number): FieldErrors => {
  if (own === 1) return {}
  const file =
    own === 0 ? 'Choose a file, or paste the protocol' : 'Give a file or a pasted text, not both'
  return { file }
}

/** The field at which a problem with the chosen protocol is to be mended. */
export const fieldOfChoice = (form: ChoiceForm): 'protocol' | 'file' | 'pasted' => {
  if (form.protocol.includes(':')) return 'protocol'
  return form.pasted.trim() === '' ? 'file' : 'pasted'
}

/** What went wrong with the choice, as the page shows it. */
export type ChoiceFaults = {
  readonly errors: FieldErrors
  /** A sentence for each mistake in the protocol itself. */
  readonly faults: readonly string[]
}

export const noChoiceFaults: ChoiceFaults = { errors: {}, faults: [] }

export const choiceFaults = (problem: ChoiceProblem): ChoiceFaults =>
  problem.kind === 'protocol.unfit_fields'
    ? { errors: problem.errors, faults: [] }
    : { errors: {}, faults: sentencesOf(problem) }

const sentencesOf = (problem: Refusal): readonly string[] => {
  switch (problem.kind) {
    case 'protocol.in_use':
      return [
        'The programme is open, so its protocol can no longer be replaced. Change its parts one by one, or start another programme.',
      ]
    case 'programme.unknown':
    case 'protocol.changed_meanwhile':
    case 'request.key_used_otherwise':
      return sentencesOfChangeProblem(problem)
    default:
      return sentencesOfSourceProblem(problem)
  }
}
