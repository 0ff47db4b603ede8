/** How many mentors would mentor how many mentees; never who declined whom. */
import { peopleOf, plural } from '../../protocol/wording/words.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { SummaryList } from '../../web/components/summary-list.tsx'
import { Table } from '../../web/components/table.tsx'
import { isCountWithheld } from '../nameable-count.ts'
import type { Reported } from '../reported.ts'
import { possiblePairings } from '../willing-pairings.ts'
import { capitalised, shareOf, willingFor } from '../words.ts'
import { type PartProps, Section, StudyPage } from './section.tsx'

export const WillingnessPage = (props: Reported & { readonly name: string }) => (
  <StudyPage
    caption={props.name}
    title="Willingness"
    lead="Each mentor said in private which mentees they would be willing to mentor. The draw keeps to it."
  >
    <WillingnessPart {...props} level={2} />
  </StudyPage>
)

export const WillingnessPart = (props: PartProps) =>
  props.analysis.willingness.mentors === 0 ? (
    <InsetText>No mentor was asked in this study, so there is nothing to show.</InsetText>
  ) : (
    <>
      <WhatIsShown {...props} />
      {props.analysis.willingness.mentors < props.study.protocol.rules.anonymityFloor ? null : (
        <Distribution {...props} />
      )}
      <Pairings {...props} />
    </>
  )

const WhatIsShown = ({ study, analysis }: PartProps) => {
  const { mentors } = analysis.willingness
  const floor = study.protocol.rules.anonymityFloor
  return mentors < floor ? (
    <InsetText>
      {`Only ${peopleOf(study.protocol, 'mentor', mentors)} were asked. With fewer than ${floor}, counts would tell who is meant, so only the number of possible pairings is shown.`}
    </InsetText>
  ) : (
    <InsetText>
      {`${peopleOf(study.protocol, 'mentor', mentors)} were asked, which is few: a line that counts 1 is one person. Shown here is how many said yes how often. Who they are, and who declined whom, is not shown to anybody.`}
    </InsetText>
  )
}

const Distribution = ({ study, analysis, level }: PartProps) => {
  const { distribution, mentors, mentees, answers, willing } = analysis.willingness
  return (
    <Section level={level} title="How many would mentor how many">
      <Table
        id="willingness"
        caption={`${study.protocol.roles.mentor.plural} by the number of ${plural(study.protocol, 'mentee')} they would mentor (n = ${mentors})`}
        captionSize="s"
        columns={[
          { header: 'Willing to mentor' },
          { header: study.protocol.roles.mentor.plural, isNumeric: true },
        ]}
        rows={distribution.map((line) => [
          capitalised(willingFor(study.protocol, line)),
          shareOf(line.mentors, mentors),
        ])}
      />
      <p>
        {shareOf(willing, answers)} of all answers were “willing”. Asked were{' '}
        {peopleOf(study.protocol, 'mentor', mentors)}, about{' '}
        {peopleOf(study.protocol, 'mentee', mentees)}.
      </p>
    </Section>
  )
}

const supervisorRules = {
  ask: 'Asked: willingness alone decides, also about one’s own clinical supervisor.',
  avoid: 'Avoided: among all pairings, those with the fewest pairs of mentor and own supervisor.',
  forbid: 'Forbidden: no mentor is paired with their own supervisor.',
} as const

const Pairings = ({ study, level }: PartProps) => {
  const { mentors, mentees, draw } = possiblePairings(study)
  const { protocol } = study
  return (
    <Section level={level} title="What the draw can choose from">
      <SummaryList
        rows={[
          {
            key: 'In the draw',
            value: `${peopleOf(protocol, 'mentor', mentors)} and ${peopleOf(protocol, 'mentee', mentees)}`,
          },
          {
            key: 'Complete pairings possible',
            value: isCountWithheld(study) ? withheld : pairingsIn(draw),
          },
          { key: 'Own supervisor', value: supervisorRules[protocol.rules.supervisor] },
        ]}
      />
      <p>
        A complete pairing gives everybody of the smaller group a partner within the willingness
        given. The draw makes each equally likely.
      </p>
    </Section>
  )
}

const withheld =
  'Not given here: with so few people, somebody could work out from it who was not willing'

const pairingsIn = (draw: ReturnType<typeof possiblePairings>['draw']): string =>
  draw.ok ? countedIn(draw.value) : whyNone(draw.problem)

const countedIn = ({ count }: { readonly count: bigint | null }): string =>
  count === null ? 'Not counted: the groups are too large' : count.toLocaleString('en-GB')

type NoDraw = Extract<ReturnType<typeof possiblePairings>['draw'], { ok: false }>['problem']

const whyNone = (problem: NoDraw): string => {
  switch (problem.kind) {
    case 'allocation.nobody':
      return `None: there are no ${problem.side}.`
    case 'allocation.no_complete_pairing':
      return `None: at most ${problem.maximum} of ${problem.people} can have a partner at once.`
  }
}
