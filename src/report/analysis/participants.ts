import type { Characteristic, RoleId } from '../../protocol/model.ts'
import { questionnairesOf } from '../../protocol/rules.ts'
import type { Analysis, CharacteristicSummary, ParticipantSummary } from '../analysis.ts'
import type { Study, StudyParticipant } from '../study.ts'
import { countOptions } from './counts.ts'
import { largest, smallest, spreadOf } from './spread.ts'

/**
 * Participants: who took part, until when, and who are they?
 *
 * @param study  one entry for each person, and what each gave at each stage
 * @returns      for each role people in number: all, those who left, those who answered at each stage;
 *               for each characteristic counts and percent, or the range in its unit
 * Missing: a characteristic not stated is counted in `missing`; percent are of those who stated it.
 * Ties: none.   Method: counts; the median as in statistics/quartiles.ts.
 * Source: Raju et al., BMJ Open 2022, doi 10.1136/bmjopen-2022-062361, Results.
 * Agrees with: the paper, in tests/paper.
 * @example describeParticipants(example).mentor // { role: 'mentor', n: 6, left: [{ afterPhase: 1, n: 1 }], … }
 */
export const describeParticipants = (study: Study): Analysis['participants'] => ({
  mentor: describeRole(study, 'mentor'),
  mentee: describeRole(study, 'mentee'),
})

const describeRole = (study: Study, role: RoleId): ParticipantSummary => {
  const people = study.participants.filter((person) => person.role === role)
  return {
    role,
    n: people.length,
    left: countLeft(people),
    responded: countResponded(study, role),
    characteristics: study.protocol.characteristics
      .filter((characteristic) => characteristic.roles.includes(role))
      .map((characteristic) => describeCharacteristic(characteristic, people)),
  }
}

const countLeft = (people: readonly StudyParticipant[]): ParticipantSummary['left'] => {
  const phases = Map.groupBy(people, (person) => person.leftAfterPhase)
  return [...phases]
    .flatMap(([afterPhase, left]) => (afterPhase === null ? [] : [{ afterPhase, n: left.length }]))
    .toSorted((a, b) => a.afterPhase - b.afterPhase)
}

const countResponded = (study: Study, role: RoleId): ParticipantSummary['responded'] => {
  const people = new Map<number, Set<string>>()
  for (const table of [study.scores, study.answers, study.comments]) {
    for (const given of table) {
      if (given.role !== role) continue
      const responded = people.get(given.stage) ?? new Set<string>()
      people.set(given.stage, responded.add(given.participant))
    }
  }
  return questionnairesOf(study.protocol)
    .filter(({ asks }) => asks[role] !== undefined)
    .map(({ stage }) => ({ stage, n: people.get(stage)?.size ?? 0 }))
}

const describeCharacteristic = (
  characteristic: Characteristic,
  people: readonly StudyParticipant[],
): CharacteristicSummary => {
  const { id, label } = characteristic
  const stated = people.flatMap((person) => person.characteristics[id] ?? [])
  const counts = { id, label, n: stated.length, missing: people.length - stated.length }
  if (characteristic.kind === 'choice') {
    return { ...counts, kind: 'choice', options: countOptions(characteristic.options, stated) }
  }
  const values = stated.map(Number)
  const range = { min: smallest(values), median: spreadOf(values).median, max: largest(values) }
  return { ...counts, kind: 'number', unit: characteristic.unit, ...range }
}
