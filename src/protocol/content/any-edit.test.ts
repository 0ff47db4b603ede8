/** Whatever a lead does, in whatever order, leaves a protocol that holds together. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { builtIn } from '../../../tests/support/protocols.ts'
import type { Result } from '../../lib/result.ts'
import { textOfProtocol } from '../changing/change-protocol.ts'
import { type Protocol, roleIds } from '../model.ts'
import { referenceFaults } from '../references.ts'
import { parseProtocol } from '../rules.ts'
import { allPlaces, askAt, moveAsked } from './asks.ts'
import { addCharacteristic, changeCharacteristic, removeCharacteristic } from './characteristics.ts'
import { addDomain, changeDomain, moveDomain, removeDomain } from './domains.ts'
import { chooseFollowUps, followUpMonths } from './follow-ups.ts'
import { addItem, changeItem, type ItemFields, removeItem } from './items.ts'
import { addMeasure, changeMeasure, removeMeasure } from './measures.ts'
import { directions } from './order.ts'
import type { ContentProblem } from './problems.ts'
import { turnStageOff, turnStageOn } from './stages.ts'
import { addThenTest, removeThenTest } from './then-tests.ts'

type Edit = (protocol: Protocol, origin: Protocol) => Result<Protocol, ContentProblem>

const word = fc.oneof(
  fc.constantFrom('Overall', 'Total', 'Strengths', 'Confidence then', '§§', '3rd year', 'Role'),
  fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== ''),
)
const words = fc.uniqueArray(word, { minLength: 2, maxLength: 5 })
const roles = fc.subarray([...roleIds], { minLength: 1 })
const chance = fc.nat(1000)
const place = fc.nat(30)

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length]
const idAt = (list: readonly { readonly id: string }[], at: number): string =>
  pick(list, at)?.id ?? 'nothing'

const domain = fc.record({ label: word, open: words, clarifying: words })
const domainEdit: fc.Arbitrary<Edit> = fc.oneof(
  domain.map(
    (fields): Edit =>
      (protocol) =>
        addDomain(protocol, fields),
  ),
  fc.tuple(place, domain).map(
    ([at, fields]): Edit =>
      (protocol) =>
        changeDomain(protocol, idAt(protocol.domains, at), fields),
  ),
  fc.tuple(place, fc.constantFrom(...directions)).map(
    ([at, way]): Edit =>
      (protocol) =>
        moveDomain(protocol, idAt(protocol.domains, at), way),
  ),
  place.map(
    (at): Edit =>
      (protocol) =>
        removeDomain(protocol, idAt(protocol.domains, at)),
  ),
)

const measure = fc.record({
  label: word,
  question: word,
  answered: fc.constantFrom('per_domain' as const, 'overall' as const),
  anchors: words,
  isRequired: fc.boolean(),
  offersNotToSay: fc.boolean(),
})
const onMeasure = (edit: (protocol: Protocol, id: string) => ReturnType<Edit>) =>
  place.map(
    (at): Edit =>
      (protocol) =>
        edit(protocol, idAt(protocol.measures, at)),
  )
const measureEdit: fc.Arbitrary<Edit> = fc.oneof(
  measure.map(
    (fields): Edit =>
      (protocol) => {
        const added = addMeasure(protocol, fields)
        return added.ok ? askAt(added.value.protocol, added.value.id, allPlaces(protocol)) : added
      },
  ),
  fc.tuple(place, measure).map(
    ([at, fields]): Edit =>
      (protocol) =>
        changeMeasure(protocol, idAt(protocol.measures, at), fields),
  ),
  onMeasure(removeMeasure),
  onMeasure(addThenTest),
  onMeasure(removeThenTest),
)

const asked = {
  label: word,
  question: word,
  roles,
  isRequired: fc.boolean(),
  offersNotToSay: fc.boolean(),
}
const item: fc.Arbitrary<ItemFields> = fc.oneof(
  fc.record({ ...asked, kind: fc.constant('free_text' as const) }),
  fc.record({ ...asked, kind: fc.constant('single_choice' as const), options: words }),
  fc.record({
    ...asked,
    kind: fc.constant('number' as const),
    unit: word,
    min: fc.integer({ min: 0, max: 5 }),
    max: fc.integer({ min: 6, max: 9 }),
  }),
)
const itemEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(item, chance).map(
    ([fields, at]): Edit =>
      (protocol) => {
        const added = addItem(protocol, fields)
        if (!added.ok) return added
        const where = allPlaces(protocol).filter(
          ({ role }, index) => fields.roles.includes(role) && (at >> index) % 2 === 1,
        )
        return askAt(added.value.protocol, added.value.id, where)
      },
  ),
  fc.tuple(place, item).map(
    ([at, fields]): Edit =>
      (protocol) =>
        changeItem(protocol, idAt(protocol.items, at), fields),
  ),
  place.map(
    (at): Edit =>
      (protocol) =>
        removeItem(protocol, idAt(protocol.items, at)),
  ),
)

const askEdit: fc.Arbitrary<Edit> = fc.tuple(place, chance, fc.constantFrom(...directions)).map(
  ([at, many, way]): Edit =>
    (protocol) => {
      const id = idAt([...protocol.measures, ...protocol.items], at)
      const where = allPlaces(protocol).filter((_, index) => (many >> index) % 2 === 1)
      const next = askAt(protocol, id, where)
      const first = where[0]
      return next.ok && first !== undefined ? moveAsked(next.value, { ...first, id }, way) : next
    },
)

const stageEdit: fc.Arbitrary<Edit> = fc.oneof(
  place.map(
    (at): Edit =>
      (protocol) =>
        turnStageOff(protocol, idAt(protocol.steps, at)),
  ),
  place.map(
    (at): Edit =>
      (protocol, origin) =>
        turnStageOn(protocol, origin, idAt(origin.steps, at)),
  ),
  fc.subarray([...followUpMonths]).map(
    (months): Edit =>
      (protocol) =>
        chooseFollowUps(protocol, months),
  ),
)

const characteristic = fc.oneof(
  fc.record({ label: word, roles, kind: fc.constant('number' as const), unit: word }),
  fc.record({ label: word, roles, kind: fc.constant('choice' as const), options: words }),
)
const characteristicEdit: fc.Arbitrary<Edit> = fc.oneof(
  characteristic.map(
    (fields): Edit =>
      (protocol) =>
        addCharacteristic(protocol, fields),
  ),
  fc.tuple(place, characteristic).map(
    ([at, fields]): Edit =>
      (protocol) =>
        changeCharacteristic(protocol, idAt(protocol.characteristics, at), fields),
  ),
  place.map(
    (at): Edit =>
      (protocol) =>
        removeCharacteristic(protocol, idAt(protocol.characteristics, at)),
  ),
)

const edits = fc.array(
  fc.oneof(domainEdit, measureEdit, itemEdit, askEdit, stageEdit, characteristicEdit),
  { minLength: 1, maxLength: 25 },
)

/** The protocol after each edit that was not refused. */
const applied = (origin: Protocol, list: readonly Edit[]): readonly Protocol[] => {
  const states = [origin]
  for (const edit of list) {
    const next = edit(states.at(-1) ?? origin, origin)
    if (next.ok) states.push(next.value)
  }
  return states
}

test.each(['sheffield-2022', 'sheffield-2022-online', 'reciprocal-edi'])(
  'any sequence of edits of %s leaves a protocol that holds together',
  (id) => {
    const origin = builtIn(id)
    fc.assert(
      fc.property(edits, (list) => {
        for (const protocol of applied(origin, list)) expect(referenceFaults(protocol)).toEqual([])
      }),
      { numRuns: 300 },
    )
  },
)

test('what any edits leave is written and read back the same', () => {
  const origin = builtIn('sheffield-2022')
  fc.assert(
    fc.property(edits, (list) => {
      const last = applied(origin, list).at(-1) ?? origin
      const read = parseProtocol(textOfProtocol(last))
      expect(read.ok ? [] : read.problem).toEqual([])
    }),
    { numRuns: 100 },
  )
})
