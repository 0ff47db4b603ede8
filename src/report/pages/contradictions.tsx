/** Where the paper contradicts itself, and every number that it prints beside the one computed from the data. */
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { SummaryList } from '../../web/components/summary-list.tsx'
import { Table } from '../../web/components/table.tsx'
import { Tag } from '../../web/components/tag.tsx'
import { findContradictions } from '../contradictions.ts'
import type { Published } from '../published.ts'
import type { Reported } from '../reported.ts'
import { themeLabel } from '../words.ts'
import { Section, StudyPage } from './section.tsx'

type ContradictionsProps = Reported & {
  readonly name: string
  readonly published: readonly Published[]
}

export const ContradictionsPage = ({ name, ...evidence }: ContradictionsProps) => (
  <StudyPage
    caption={name}
    title="Contradictions in the paper"
    lead="What does not go together in the published study, computed from what it prints and from these data."
  >
    <InsetText>
      These data are synthetic: they were found by a search so that they give the numbers which the
      paper prints. They show that the printed numbers can be true, and where they cannot.
    </InsetText>
    {each(findContradictions(evidence), ({ title, printed, follows, here }, place) => (
      <Section level={2} title={`${place + 1}. ${title}`}>
        <SummaryList
          rows={[
            { key: 'The paper prints', value: printed },
            { key: 'What follows', value: follows },
            { key: 'In these data', value: here },
          ]}
        />
      </Section>
    ))}
    <Section level={2} title="Every printed number" id="every-number">
      <EveryNumber published={evidence.published} />
    </Section>
  </StudyPage>
)

const EveryNumber = ({ published }: { readonly published: readonly Published[] }) => {
  const agreeing = published.filter(({ agrees }) => agrees).length
  const missing = published.filter(({ recomputed }) => recomputed === null).length
  return (
    <>
      <p>
        The paper prints {published.length} numbers that are listed here. {agreeing} of them agree
        with the number computed from the data, rounded to the digits printed;{' '}
        {published.length - agreeing - missing} differ; {missing} cannot be recomputed.
      </p>
      {each([...Map.groupBy(published, ({ where }) => where)], ([where, numbers], place) => (
        <NumbersFrom where={where} numbers={numbers} id={`published-${place + 1}`} />
      ))}
    </>
  )
}

type NumbersProps = {
  readonly id: string
  readonly where: string
  readonly numbers: readonly Published[]
}

/** Many numbers share a note: it stands once, below. */
const NumbersFrom = ({ id, where, numbers }: NumbersProps) => {
  const notes = [...new Set(numbers.flatMap(({ note }) => note ?? []))]
  return (
    <>
      <Table
        id={id}
        caption={`The paper: ${where}`}
        captionSize="s"
        isCompact
        columns={[
          { header: 'What' },
          { header: 'Printed', isNumeric: true },
          { header: 'Recomputed', isNumeric: true },
          { header: 'Agrees' },
        ]}
        rows={numbers.map((one) => [
          <What
            key="what"
            number={one}
            mark={one.note === null ? 0 : notes.indexOf(one.note) + 1}
          />,
          one.printed,
          one.recomputedText,
          <Outcome key="outcome" {...one} />,
        ])}
      />
      {notes.length === 0 ? null : (
        <ol className="app-notes">
          {each(notes, (note) => (
            <li>{note}</li>
          ))}
        </ol>
      )}
    </>
  )
}

const What = ({ number, mark }: { readonly number: Published; readonly mark: number }) => (
  <>
    {number.what.replace(/^[a-z_]+(?=:)/, themeLabel)}
    {mark === 0 ? null : (
      <>
        {' '}
        <span className="app-mark">note {mark}</span>
      </>
    )}
  </>
)

const Outcome = ({ agrees, recomputed }: Published) => {
  if (recomputed === null) return <Tag colour="grey">Not known</Tag>
  return agrees ? <Tag colour="green">Yes</Tag> : <Tag colour="red">No</Tag>
}
