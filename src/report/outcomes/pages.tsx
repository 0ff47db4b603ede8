/** “Does it work here?”: what earlier programmes found, for those who take part or think about it. */
import { findMeasure, scaleOf } from '../../protocol/rules.ts'
import { plural } from '../../protocol/wording/words.ts'
import { Breadcrumb } from '../../web/components/breadcrumb.tsx'
import { ButtonLink } from '../../web/components/button.tsx'
import { each } from '../../web/components/each.ts'
import { Figure } from '../../web/components/figure.tsx'
import { InsetText } from '../../web/components/inset-text.tsx'
import { type MedianChange, medianChanges } from '../../web/components/median-changes.tsx'
import type { Comparison } from '../analysis.ts'
import { labelsOf } from '../labels.ts'
import { Section, StudyPage } from '../pages/section.tsx'
import { showNumberOrDash } from '../show.ts'
import type { Study } from '../study.ts'
import { highestScore, isWhole } from '../words.ts'
import type { Outcome, Outcomes } from './load-outcomes.ts'
import type { ShownComparison } from './shown-results.ts'
import {
  cannotShow,
  comparisonInWords,
  comparisonsOf,
  itemsInWords,
  sessionsInWords,
  themesInWords,
  tookPart,
} from './shown-words.ts'

/** `isInvited`: has not said yet whether they take part. */
type OutcomesPageProps = Outcomes & { readonly isInvited: boolean }

export const OutcomesPage = ({ programme, outcomes, isInvited }: OutcomesPageProps) => {
  const isFromHere = outcomes.some(({ isPublished }) => !isPublished)
  return (
    <>
      <Breadcrumb
        crumbs={[{ label: programme.name, href: `/programmes/${programme.programmeId}` }]}
      />
      <StudyPage
        caption={programme.name}
        title="Does it work here?"
        lead={
          isFromHere
            ? 'What earlier programmes of this organisation found, when they were over.'
            : 'No earlier programme of this organisation has results that can be shown. This is what a published study found, in another hospital.'
        }
      >
        {each(outcomes, (outcome, place) => (
          <OutcomeSection outcome={outcome} id={`outcome-${place + 1}`} />
        ))}
        {isInvited ? (
          <ButtonLink href={`/programmes/${programme.programmeId}/consent`}>
            Read what taking part means, and decide
          </ButtonLink>
        ) : null}
      </StudyPage>
    </>
  )
}

type SectionProps = { readonly outcome: Outcome; readonly id: string }

const OutcomeSection = ({ outcome, id }: SectionProps) => {
  const { name, isPublished, study, shown } = outcome
  const { changed, lasted } = comparisonsOf(shown)
  return (
    <Section level={2} title={isPublished ? 'A published study' : name} id={id}>
      {isPublished ? <Source study={study} /> : null}
      <p>{tookPart(study.protocol, shown)}</p>
      <p>{sessionsInWords(shown)}</p>
      <Section level={3} title="What changed">
        {changed.length === 0 ? (
          <p>{`This is not said, since fewer than ${shown.k} people answered the same question both times.`}</p>
        ) : (
          each(changed, (one, place) => (
            <Change study={study} shown={one} id={`${id}-change-${place + 1}`} />
          ))
        )}
      </Section>
      <Lines title="Whether it lasted" lines={lasted.map((one) => comparisonInWords(study, one))} />
      <Lines title="What people said afterwards" lines={itemsInWords(study.protocol, shown)} />
      <Lines title="What people wrote about" lines={themesInWords(study.protocol, shown)} />
      <Lines title="What this cannot show" lines={cannotShow(shown.k)} />
    </Section>
  )
}

const Source = ({ study: { protocol } }: { readonly study: Study }) =>
  protocol.source === undefined ? null : (
    <InsetText>
      <p>
        {protocol.source.citation}{' '}
        <a href={`https://doi.org/${protocol.source.doi}`}>doi {protocol.source.doi}</a>. The
        numbers here are computed from the data of that study.
      </p>
    </InsetText>
  )

type LinesProps = { readonly title: string; readonly lines: readonly string[] }

const Lines = ({ title, lines }: LinesProps) =>
  lines.length === 0 ? null : (
    <Section level={3} title={title}>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {each(lines, (line) => (
          <li>{line}</li>
        ))}
      </ul>
    </Section>
  )

type ChangeProps = {
  readonly study: Study
  readonly shown: ShownComparison
  readonly id: string
}

/** The domains where there are some; else the score as a whole. */
const Change = ({ study, shown, id }: ChangeProps) => {
  const { whole, domains } = shown
  const { measure: labelOf } = labelsOf(study.protocol)
  const lines = domains.length === 0 ? [whole] : domains
  const title = `${labelOf(whole.measure)}: ${plural(study.protocol, whole.role)}, before and after`
  const changes = lines.flatMap((line) => changeOf(study, line))
  return (
    <>
      <p>{comparisonInWords(study, shown)}</p>
      {changes.length === 0 ? null : (
        <Figure
          id={id}
          title={title}
          description="The open circle is the median before, the full one the median after."
          svg={medianChanges(title, changes)}
          table={{
            caption: `${title}: medians`,
            columns: [
              { header: 'Score' },
              { header: 'n', isNumeric: true },
              { header: 'Before', isNumeric: true },
              { header: 'After', isNumeric: true },
            ],
            rows: lines.map((line) => [
              nameOf(study, line),
              line.pairs,
              showNumberOrDash(line.medianBefore),
              showNumberOrDash(line.medianAfter),
            ]),
          }}
        />
      )}
    </>
  )
}

const nameOf = (study: Study, { domain, measure }: Comparison): string => {
  const labels = labelsOf(study.protocol)
  return isWhole(domain) ? labels.measure(measure) : labels.domain(domain)
}

const changeOf = (study: Study, line: Comparison): readonly MedianChange[] => {
  const { medianBefore: before, medianAfter: after, domain } = line
  const measure = findMeasure(study.protocol, line.measure)
  if (measure === undefined || before === null || after === null) return []
  const lowest = Math.min(...scaleOf(study.protocol, measure).anchors.map(({ value }) => value))
  const highest = highestScore(study.protocol, measure, domain)
  return [{ label: nameOf(study, line), before, after, domain: [lowest, highest] }]
}
