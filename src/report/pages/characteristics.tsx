/** Who took part, as the published study prints it: counts out of n with percentages, and ranges. */
import type { ReactNode } from 'react'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { Table } from '../../web/components/table.tsx'
import type { CharacteristicSummary } from '../analysis.ts'
import type { Reported } from '../reported.ts'
import { describeGroup } from '../sentences/participants.ts'
import { showNumberOrDash, showRange } from '../show.ts'
import { Choices } from './item-table.tsx'
import { type PartProps, Section, StudyPage } from './section.tsx'

export const CharacteristicsPage = (props: Reported & { readonly name: string }) => (
  <StudyPage
    caption={props.name}
    title="Characteristics"
    lead="Who took part, group by group. Nobody is named; but in groups this small, a count of 1 is one person."
  >
    <CharacteristicsPart {...props} level={2} />
  </StudyPage>
)

export const CharacteristicsPart = ({ study, analysis, level }: PartProps) => (
  <>
    {each(Object.values(analysis.participants), (group) => (
      <Section level={level} title={study.protocol.roles[group.role].plural}>
        {group.n === 0 ? (
          <InsetText>Nobody of this group is in the study yet.</InsetText>
        ) : (
          <>
            <p>
              {each(describeGroup(study, group), ({ text }) => (
                <>{text} </>
              ))}
            </p>
            <Table
              id={`people-${group.role}`}
              caption={`${study.protocol.roles[group.role].plural}: characteristics (n = ${group.n})`}
              captionSize="s"
              columns={[
                { header: 'Characteristic' },
                { header: 'Value' },
                { header: 'n', isNumeric: true },
                { header: 'Not stated', isNumeric: true },
              ]}
              rows={group.characteristics.map(rowOf)}
            />
          </>
        )}
      </Section>
    ))}
  </>
)

const rowOf = (one: CharacteristicSummary): readonly ReactNode[] => {
  const { label, n, missing } = one
  return [label, n === 0 ? 'Nobody stated it' : <Value key={label} {...one} />, n, missing]
}

const Value = (one: CharacteristicSummary) => {
  if (one.kind === 'choice') {
    return <Choices options={one.options.filter(({ count }) => count > 0)} n={one.n} />
  }
  if (one.min === null || one.max === null) return null
  return `Range ${showRange(one.min, one.max)} ${one.unit}, median ${showNumberOrDash(one.median)}`
}
