/** Which steps take somebody time, what they may say of them, and what a lead is told of a group. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Protocol, RoleId, Step } from '../../protocol/model.ts'
import { type BandSummary, summariseBands } from './bands.ts'
import { preparationStep, type TimeBand, type TimeUse, timeBandOf, timeBands } from './model.ts'

export type TimeStep = { readonly step: string; readonly label: string }

/** The steps of a group, in the order of the protocol; before the first session stands the preparation for it. */
export const stepsOf = (protocol: Protocol, role: RoleId): readonly TimeStep[] => {
  const first = protocol.steps.find(({ kind }) => kind === 'session')
  return protocol.steps
    .filter((step) => takesTime(step, role))
    .flatMap((step) => {
      const own = { step: step.id, label: step.title }
      const preparing = { step: preparationStep, label: 'Preparing for the session' }
      return step === first ? [preparing, own] : [own]
    })
}

const takesTime = (step: Step, role: RoleId): boolean => {
  switch (step.kind) {
    case 'questionnaire':
      return step.asks[role] !== undefined
    case 'interview':
      return role === 'mentor'
    case 'allocation':
      return false
    case 'session':
      return true
  }
}

/** What somebody has taken part in so far. */
export type TakenPart = {
  readonly role: RoleId
  readonly answered: ReadonlySet<number>
  readonly wasInterviewed: boolean
  readonly hasPair: boolean
  readonly hasMet: boolean
}

export const ownSteps = (protocol: Protocol, part: TakenPart): readonly TimeStep[] =>
  stepsOf(protocol, part.role).filter(({ step: id }) => {
    const step = protocol.steps.find((one) => one.id === id)
    return step === undefined ? part.hasPair : hasTakenPart(step, part)
  })

const hasTakenPart = (step: Step, part: TakenPart): boolean => {
  switch (step.kind) {
    case 'questionnaire':
      return part.answered.has(step.stage)
    case 'interview':
      return part.wasInterviewed
    case 'allocation':
      return false
    case 'session':
      return part.hasMet
  }
}

/** Step → band; null: they would rather not say. */
export type StatedTimes = ReadonlyMap<string, TimeBand | null>

export type TimeProblem = {
  readonly kind: 'time_use.not_asked' | 'time_use.unknown_band' | 'time_use.steps_changed'
}

/** As they come in a form: step → what was chosen, empty for nothing. */
export type TypedTimes = ReadonlyMap<string, string>

export const readTimes = (typed: TypedTimes): Result<StatedTimes, TimeProblem> => {
  const stated = new Map([...typed].map(([step, band]) => [step, timeBandOf(band)]))
  const isUnknown = [...typed].some(([step, band]) => band !== '' && stated.get(step) === null)
  return isUnknown ? fail({ kind: 'time_use.unknown_band' }) : ok(stated)
}

export type GroupTime = TimeStep & {
  readonly role: RoleId
  /** Null: fewer people than the floor have said it. */
  readonly summary: BandSummary | null
}

type Said = TimeUse & { readonly role: RoleId }

/** For each step and group. */
export const groupTimes = (
  protocol: Protocol,
  said: readonly Said[],
  roles: readonly RoleId[],
): readonly GroupTime[] =>
  roles.flatMap((role) =>
    stepsOf(protocol, role).map((step) => {
      const some = said.filter((one) => one.role === role && one.step === step.step)
      const chosen = some.map(({ band }) => band)
      const floor = protocol.rules.anonymityFloor
      return { ...step, role, summary: summariseBands(timeBands, chosen, floor) }
    }),
  )
