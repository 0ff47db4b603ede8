/** `turnabout allocate`: from the tables as files to the allocation, printed. */
import { readFile } from 'node:fs/promises'
import type { CommandInput, CommandOutcome } from '../../cli/command.ts'
import { createRandom, freshSeed } from '../../lib/random.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import {
  type AllocationInput,
  type AllocationProblem,
  type NoCompletePairing,
  type SupervisorRule,
  supervisorRules,
} from '../model.ts'
import { type InputError, type InputProblem, sentenceOf } from '../problems.ts'
import { prepareDraw, tallyDraws } from '../rules.ts'
import { allocationText, type Drawn } from './allocation-text.ts'
import { type Reading, readPairs, readWillingness, type SourceFile } from './read-tables.ts'
import { capacityOf, type SeveralPartners, severalPartners } from './several-partners.ts'

type Request = {
  readonly willingness: string
  readonly supervises: string | null
  readonly excluded: string | null
  readonly several: SeveralPartners | null
  readonly rule: SupervisorRule
  readonly seed: string
  /** Null = one draw, no tally. */
  readonly draws: number | null
}

export const allocate = async (input: CommandInput): Promise<CommandOutcome> => {
  const isJson = input.options.json === true
  const drawn = await drawAsRequested(input)
  if (drawn.ok) {
    input.write(isJson ? json(drawn.value) : allocationText(drawn.value))
    return { ok: true }
  }
  const { problem } = drawn
  const isReported = isJson && problem.kind === 'allocation.no_complete_pairing'
  if (isReported) input.write(infeasibleJson(problem))
  return { ...fail(problem), sentence: sentenceOf(problem), isReported }
}

const drawAsRequested = async (
  command: CommandInput,
): Promise<Result<Drawn, AllocationProblem | InputProblem>> => {
  const request = requestFrom(command)
  if (!request.ok) return request
  const { rule, seed, draws } = request.value
  const input = await readInput(request.value)
  if (!input.ok) return input
  const draw = prepareDraw(input.value)
  if (!draw.ok) return draw
  const { first, tally } = tallyDraws(draw.value, createRandom(seed), draws ?? 1)
  return ok({ allocation: first, seed, rule, tally: draws === null ? [] : tally })
}

const requestFrom = ({
  arguments: files,
  options,
}: CommandInput): Result<Request, InputProblem> => {
  const { seed = freshSeed(), draws, supervises } = options
  const rule = supervisorRules.find((one) => one === options.supervisor) ?? 'ask'
  if (seed === '') return fail({ kind: 'allocation.seed' })
  if (draws !== undefined && !isNumberOfDraws(String(draws))) {
    return fail({ kind: 'allocation.draws', value: String(draws) })
  }
  if (rule !== 'ask' && supervises === undefined) {
    return fail({ kind: 'allocation.supervises', rule })
  }
  const several = severalPartners(options)
  if (!several.ok) return several
  return ok({
    willingness: files[0] ?? '',
    supervises: fileFrom(supervises),
    excluded: fileFrom(options.excluded),
    several: several.value,
    rule,
    seed: String(seed),
    draws: draws === undefined ? null : Number(draws),
  })
}

const fileFrom = (option: string | boolean | undefined): string | null =>
  option === undefined ? null : String(option)

const isNumberOfDraws = (text: string): boolean =>
  /^[1-9]\d{0,6}$/.test(text) && Number(text) <= 1_000_000

const readInput = async (request: Request): Promise<Result<AllocationInput, InputProblem>> => {
  const people = await readFrom(request.willingness, readWillingness)
  const readNamed = (source: SourceFile) => readPairs(source, people.value)
  const supervised = await readFrom(request.supervises, readNamed)
  const excluded = await readFrom(request.excluded, readNamed)
  const errors = [...people.errors, ...supervised.errors, ...excluded.errors]
  if (errors.length > 0 || people.value === null) return fail({ kind: 'allocation.input', errors })
  const { rule: supervisorRule, several } = request
  return ok({
    ...people.value,
    supervised: supervised.value ?? [],
    supervisorRule,
    excluded: excluded.value ?? [],
    ...(several === null ? {} : { capacity: capacityOf(several, people.value) }),
  })
}

const readFrom = async <T>(
  file: string | null,
  read: (source: SourceFile) => Reading<T>,
): Promise<Reading<T>> => {
  if (file === null) return { value: null, errors: [] }
  try {
    return read({ file, bytes: await readFile(file) })
  } catch (error) {
    return { value: null, errors: [unreadable(file, error)] }
  }
}

const reasons: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'there is no such file; correct the name'],
  ['ENOTDIR', 'there is no such file; correct the name'],
  ['EISDIR', 'this is a folder; name the table inside it'],
  ['EACCES', 'you may not read this file; ask its owner'],
])

const unreadable = (file: string, error: unknown): InputError => {
  const sentence = error instanceof Error && 'code' in error ? reasons.get(error.code) : undefined
  if (sentence === undefined) throw error
  return { file, row: null, column: null, sentence }
}

const json = ({ allocation, seed, tally }: Drawn): string => {
  const { count, method, diagnostics, pairs, forced, unpaired } = allocation
  const printed = {
    feasible: true,
    count: count === null ? null : String(count),
    method,
    ...(diagnostics.length === 0 ? {} : { diagnostics }),
    seed,
    pairs,
    forced,
    unpaired,
    draws: tally,
  }
  return `${JSON.stringify(printed)}\n`
}

const infeasibleJson = ({ kind, maximum, because, groups, deficient }: NoCompletePairing): string =>
  `${JSON.stringify({ feasible: false, maximum, because, groups, deficient, problem: { kind } })}\n`
