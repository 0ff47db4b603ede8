/** Table 1: what people raised in their comments, by theme, role and stage; then the excerpts themselves. */
import type { ReactNode } from 'react'
import { type RoleId, roleIds } from '../../protocol/model.ts'
import { questionnairesOf } from '../../protocol/rules.ts'
import { counted, listed } from '../../protocol/wording/words.ts'
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import { type Column, Table } from '../../web/components/table.tsx'
import type { TallyEntry } from '../analysis.ts'
import { excerptsOf, type ThemeExcerpt } from '../excerpts.ts'
import type { Reported } from '../reported.ts'
import type { Study } from '../study.ts'
import { themeLabel } from '../words.ts'
import { Definitions, tallyDefinitions } from './methods.tsx'
import { below, type PartProps, Section, StudyPage } from './section.tsx'

export const ThemesPage = (props: Reported & { readonly name: string }) => (
  <StudyPage
    caption={props.name}
    title="Table 1: themes"
    lead="What people raised in their comments, found by inductive content analysis. A stroke is a mention."
  >
    <ThemesPart {...props} level={2} />
  </StudyPage>
)

export const ThemesPart = (props: PartProps) =>
  props.analysis.tally.length === 0 ? (
    <InsetText>No comment is coded yet, so there are no themes to count.</InsetText>
  ) : (
    <>
      <TallyTable {...props} />
      <Section level={props.level} title="How these numbers are made">
        <Definitions definitions={tallyDefinitions} />
      </Section>
      <Section level={props.level} title="Excerpts">
        <Excerpts {...props} />
      </Section>
    </>
  )

type Place = { readonly role: RoleId; readonly stage: number }

const placesOf = ({ protocol }: Study): readonly Place[] =>
  roleIds.flatMap((role) =>
    questionnairesOf(protocol)
      .filter(({ asks }) => asks[role] !== undefined)
      .map(({ stage }) => ({ role, stage })),
  )

const hasComments =
  ({ comments }: Study) =>
  (place: Place): boolean =>
    comments.some(({ role, stage }) => role === place.role && stage === place.stage)

const placeName = ({ protocol }: Study, { role, stage }: Place): string =>
  `${protocol.roles[role].plural}, stage ${stage}`

const TallyTable = ({ study, analysis }: Reported) => {
  const places = placesOf(study)
  const shown = places.filter(hasComments(study))
  const empty = places.filter((place) => !shown.includes(place))
  const themes = [...new Set(analysis.tally.map(({ theme }) => theme))]
  const coded = new Set(study.codings.map(({ comment }) => comment)).size
  return (
    <>
      <Table
        id="table-1"
        caption="Table 1. Inductive content analysis of the comments, by theme, group and stage"
        captionSize="s"
        columns={[
          { header: 'Theme' },
          ...shown.map((place): Column => ({ header: placeName(study, place) })),
          { header: 'All mentions', isNumeric: true },
        ]}
        rows={themes.map((theme) => rowOf(analysis.tally, theme, shown))}
      />
      <p>
        {coded} of {counted(study.comments.length, 'comment')} carry a code.
        {empty.length === 0
          ? null
          : ` Nothing was written by ${listed(empty.map((place) => placeName(study, place).toLowerCase()))}.`}
      </p>
    </>
  )
}

const rowOf = (
  tally: readonly TallyEntry[],
  theme: string,
  places: readonly Place[],
): readonly ReactNode[] => {
  const entries = tally.filter((entry) => entry.theme === theme)
  const cells = places.map((place) =>
    entries.find(({ role, stage }) => role === place.role && stage === place.stage),
  )
  const all = entries.reduce((sum, { mentions }) => sum + mentions, 0)
  return [themeLabel(theme), ...cells.map((entry) => strokesOf(entry)), all]
}

const mostStrokes = 10

const strokesOf = (entry: TallyEntry | undefined): ReactNode =>
  entry === undefined ? (
    <>
      <span aria-hidden="true">–</span>
      <span className="nhsuk-u-visually-hidden">none</span>
    </>
  ) : (
    <>
      {entry.mentions > mostStrokes ? null : (
        <span className="app-strokes" aria-hidden="true">
          {'I'.repeat(entry.mentions)}
        </span>
      )}
      <span className="app-strokes__numbers">
        {counted(entry.mentions, 'mention')}, {counted(entry.people, 'person', 'people')}
      </span>
    </>
  )

const Excerpts = ({ study, level }: PartProps) =>
  each(excerptsOf(study), ({ theme, excerpts }) => (
    <Section level={below(level)} title={themeLabel(theme)}>
      <ul className="app-quotes">
        {each(excerpts, (excerpt) => (
          <Excerpt study={study} excerpt={excerpt} />
        ))}
      </ul>
    </Section>
  ))

type ExcerptProps = { readonly study: Study; readonly excerpt: ThemeExcerpt }

const Excerpt = ({ study, excerpt }: ExcerptProps) => (
  <li>
    <q className="app-quotes__text">{excerpt.text}</q>{' '}
    <span className="app-quotes__place">{placeName(study, excerpt)}</span>
  </li>
)
