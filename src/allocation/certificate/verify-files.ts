/** `turnabout verify`: a certificate, and where they are given its inputs, from files to an answer. */
import { readFile } from 'node:fs/promises'
import type { CommandInput, CommandOutcome } from '../../cli/command.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { sentenceOfVerifying, type VerifyProblem } from './certificate-problems.ts'
import { readCertificate, readInputs } from './read-certificate.ts'
import { verificationJson, verificationText } from './verification-text.ts'
import { type GivenInputs, verifyCertificate } from './verify-certificate.ts'

export const verify = async ({
  arguments: [certificateFile = ''],
  options,
  write,
}: CommandInput): Promise<CommandOutcome> => {
  const text = await readText(certificateFile)
  const certificate = text.ok ? readCertificate(text.value) : text
  if (!certificate.ok) return refuse(certificate.problem)
  const given = await readGiven(options.inputs)
  if (!given.ok) return refuse(given.problem)
  const verified = {
    certificate: certificate.value,
    verification: verifyCertificate(certificate.value, given.value),
  }
  const failing = verified.verification.checks.find(({ holds }) => !holds)
  const problem =
    failing && ({ kind: 'allocation.certificate_does_not_hold', what: failing.what } as const)
  const isJson = options.json === true
  write(isJson ? verificationJson(verified, problem) : verificationText(verified))
  return problem === undefined ? { ok: true } : { ...refuse(problem), isReported: isJson }
}

const refuse = (problem: VerifyProblem) => ({
  ...fail(problem),
  sentence: sentenceOfVerifying(problem),
})

const readGiven = async (
  file: string | boolean | undefined,
): Promise<Result<GivenInputs | null, VerifyProblem>> => {
  if (file === undefined) return ok(null)
  const text = await readText(String(file))
  if (!text.ok) return text
  const inputs = readInputs(text.value)
  return inputs.ok ? ok({ text: text.value, inputs: inputs.value }) : inputs
}

const expected: readonly unknown[] = ['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM']

/** Every byte counts for the hash: what is not UTF-8 is refused, and a mark at its beginning is kept. */
const readText = async (file: string): Promise<Result<string, VerifyProblem>> => {
  try {
    const bytes = await readFile(file)
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch (error) {
    if (error instanceof TypeError) return fail({ kind: 'allocation.file_not_text', file })
    const isExpected = error instanceof Error && 'code' in error && expected.includes(error.code)
    if (!isExpected) throw error
    return fail({ kind: 'allocation.file_not_readable', file })
  }
}
