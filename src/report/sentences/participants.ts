/** Who took part and who they are, in sentences. */
import type { Protocol } from '../../protocol/model.ts'
import { insideSentence, listed, peopleOf, plural } from '../../protocol/wording/words.ts'
import type { CharacteristicSummary, ParticipantSummary } from '../analysis.ts'
import { showNumberOrDash, showRange } from '../show.ts'
import type { Study } from '../study.ts'
import { leftInWords, shareOf } from '../words.ts'
import type { Sentence } from './sentence.ts'

export const describeGroup = (
  { protocol }: Pick<Study, 'protocol'>,
  group: ParticipantSummary,
): readonly Sentence[] => [
  {
    text: `${peopleOf(protocol, group.role, group.n)} took part.`,
    basis: `n = ${group.n}, everybody in the study as a ${insideSentence(protocol.roles[group.role].label)}`,
  },
  ...group.characteristics.flatMap((one) => describeCharacteristic(one, group.n)),
  ...group.left.map((left) => describeLeaving(protocol, group, left)),
]

const describeLeaving = (
  protocol: Protocol,
  group: ParticipantSummary,
  { afterPhase, n }: ParticipantSummary['left'][number],
): Sentence => ({
  text: `${peopleOf(protocol, group.role, n)} of ${group.n} ${leftInWords(afterPhase)}; what they gave before is in the study, unless they asked for its removal.`,
  basis: `n = ${group.n} ${plural(protocol, group.role)}; ${afterPhase === 0 ? 'from the start' : `after phase ${afterPhase}`}, everything rests on at most ${group.n - n}`,
})

const describeCharacteristic = (
  one: CharacteristicSummary,
  people: number,
): readonly Sentence[] => {
  const basis = `n = ${one.n} of ${people} who stated it${one.missing === 0 ? '' : `, ${one.missing} did not`}`
  if (one.n === 0) return [{ text: `${one.label}: nobody stated it.`, basis }]
  if (one.kind === 'choice') return [{ text: `${one.label}: ${choicesOf(one)}.`, basis }]
  const { min, max, median, unit, label } = one
  if (min === null || max === null) return []
  return [
    {
      text: `${label}: range ${showRange(min, max)} ${unit} (median ${showNumberOrDash(median)}).`,
      basis: `${basis}; smallest and largest value, median`,
    },
  ]
}

type Choices = Extract<CharacteristicSummary, { kind: 'choice' }>

const choicesOf = ({ options, n }: Choices): string => {
  const chosen = options.filter(({ count }) => count > 0)
  const [only] = chosen
  if (chosen.length === 1 && only !== undefined) {
    return `${insideSentence(only.label)} for all ${n}`
  }
  return listed(chosen.map(({ label, count }) => `${shareOf(count, n)} ${insideSentence(label)}`))
}
