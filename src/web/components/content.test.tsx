import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Card } from './card.tsx'
import { Columns } from './columns.tsx'
import { Details } from './details.tsx'
import { Figure } from './figure.tsx'
import { InsetText } from './inset-text.tsx'
import { NotificationBanner } from './notification-banner.tsx'
import { Panel } from './panel.tsx'
import { Progress } from './progress.tsx'
import { markupOf, publishedMarkup } from './published-markup.ts'
import { StatTiles } from './stat-tiles.tsx'
import { SummaryList } from './summary-list.tsx'
import { Table } from './table.tsx'
import { Tag } from './tag.tsx'
import { TaskList } from './task-list.tsx'
import { WarningCallout } from './warning-callout.tsx'

test.each([
  ['default', <Tag key="1">Active</Tag>],
  [
    'without border',
    <Tag key="2" hasBorder={false}>
      Active
    </Tag>,
  ],
])('the tag is the published one: %s', (name, element) => {
  expect(markupOf(element)).toBe(publishedMarkup('tag', name))
})

test('a tag says its colour as the design system does', () => {
  expect(markupOf(<Tag colour="grey">Inactive</Tag>)).toContain('"nhsuk-tag nhsuk-tag--grey"')
})

test('the inset text is the published one', () => {
  const element = (
    <InsetText>
      You can report any suspected side effect using the Yellow Card safety scheme
    </InsetText>
  )
  expect(markupOf(element)).toBe(publishedMarkup('inset-text', 'default'))
})

test('the warning callout is the published one', () => {
  const element = (
    <WarningCallout heading="Important">
      For safety, tell your doctor or pharmacist if you're taking any other medicines, including
      herbal medicines, vitamins or supplements.
    </WarningCallout>
  )
  expect(markupOf(element)).toBe(publishedMarkup('warning-callout', 'default'))
})

const number = {
  summary: 'How to find your NHS number',
  children:
    'You can find your NHS number by logging in to the NHS App or on any document the NHS has sent you.',
}

test.each([
  ['default', <Details key="1" {...number} />],
  ['open', <Details key="2" {...number} isOpen />],
  [
    'expander',
    <Details key="3" summary="Opening times" isExpander>
      We are open 9am to 6pm, Monday to Saturday.
    </Details>,
  ],
])('the details are the published ones: %s', (name, element) => {
  expect(markupOf(element)).toBe(publishedMarkup('details', name))
})

const address = (
  <>
    73 Roman Rd
    <br />
    Leeds
    <br />
    LS2 5ZN
  </>
)
const reachedBy = (
  <>
    <p>07700 900362</p>
    <p>karen.francis@example.com</p>
  </>
)
const karen = [
  { key: 'Name', value: 'Karen Francis' },
  { key: 'Date of birth', value: '15 March 1984' },
  { key: 'Contact information', value: address },
  { key: 'Contact details', value: reachedBy },
]
const changeable = karen.map((row) => ({
  ...row,
  change: { href: '#/change', label: 'Change', hiddenLabel: row.key.toLowerCase() },
}))

test.each([
  ['default', <SummaryList key="1" rows={karen} />],
  ['without border', <SummaryList key="2" rows={karen} hasBorder={false} />],
  ['with actions', <SummaryList key="3" rows={changeable} />],
])('the summary list is the published one: %s', (name, element) => {
  expect(markupOf(element)).toBe(publishedMarkup('summary-list', name))
})

test('the task list is the published one', () => {
  const element = (
    <TaskList
      id="your-health"
      tasks={[
        { label: 'Exercise', href: '#/task/exercise', status: 'completed' },
        { label: 'Personal health', href: '#/task/personal-health', status: 'completed' },
        {
          label: 'Family health history',
          hint: 'Details of your parents, brothers and sisters',
          href: '#/task/family-health-history',
          status: 'incomplete',
        },
        { label: 'Smoking history', href: '#/task/smoking-history', status: 'incomplete' },
        { label: 'Blood test', href: null, status: 'cannot_start_yet' },
      ]}
    />
  )
  expect(markupOf(element)).toBe(publishedMarkup('task-list', 'default'))
})

test('the card is the published one, plain and as a link', () => {
  expect(
    markupOf(
      <Card
        variant="feature"
        heading="Feature card heading"
        description="Feature card description."
      />,
    ),
  ).toBe(publishedMarkup('card', 'feature'))
  expect(
    markupOf(
      <Card
        href="#"
        heading="Introduction to care and support"
        headingSize="m"
        description="A quick guide for people who have care and support needs and their carers"
      />,
    ),
  ).toBe(publishedMarkup('card', 'clickable'))
})

test('the panel is the published one', () => {
  const element = <Panel heading="Booking complete">We have sent you a confirmation email</Panel>
  expect(markupOf(element)).toBe(publishedMarkup('panel', 'default'))
})

test.each([
  ['default', <NotificationBanner key="1">The patient record was updated.</NotificationBanner>],
  [
    'with success variant',
    <NotificationBanner key="2" kind="success">
      Email sent to example@email.com
    </NotificationBanner>,
  ],
  [
    'with custom title',
    <NotificationBanner key="3" title="Important information">
      The patient record was updated.
    </NotificationBanner>,
  ],
  [
    'with HTML',
    <NotificationBanner key="4" heading="The patient record was updated">
      <p className="nhsuk-body">
        Contact {/* biome-ignore lint/a11y/useValidAnchor: the published example leads nowhere */}
        <a className="nhsuk-notification-banner__link" href="#">
          example@nhs.uk
        </a>{' '}
        if you think there's a problem.
      </p>
    </NotificationBanner>,
  ],
])('the notification banner is the published one: %s', (name, element) => {
  expect(markupOf(element)).toBe(publishedMarkup('notification-banner', name))
})

const conditions = (
  <Table
    id="conditions"
    caption="Impetigo can look similar to other skin conditions"
    columns={[{ header: 'Skin symptoms' }, { header: 'Possible cause' }]}
    rows={[
      ['Blisters on lips or around the mouth', 'Cold sores'],
      ['Itchy, dry, cracked, sore', 'Eczema'],
      ['Itchy blisters', 'Shingles, chickenpox'],
    ]}
  />
)

test('the table is the published one, in the published scrolling region', () => {
  const table = publishedMarkup('tables', 'default')
    .replace('<table class="nhsuk-table">', '<table class="nhsuk-table" id="conditions">')
    .replace('caption--m">', 'caption--m" id="conditions-caption">')
  expect(markupOf(conditions)).toContain(table)
  const [, region] = publishedMarkup('tables', 'scrolling').split('\n')
  const named = region?.replace('scrolling-caption', 'conditions-caption')
  expect(markupOf(conditions).replace(' tabindex="0"', '')).toContain(named)
})

test('a table can be scrolled with the keyboard where scripts do not run', () => {
  expect(markupOf(conditions)).toContain('role="region" tabindex="0"')
})

test('numbers and their header stand right-aligned', () => {
  const table = markupOf(
    <Table
      id="scores"
      caption="Scores"
      columns={[{ header: 'Mentor' }, { header: 'Score', isNumeric: true }]}
      rows={[['M1', 23]]}
    />,
  )
  expect(table).toContain('nhsuk-table__header nhsuk-table__header--numeric" scope="col">\nScore')
  expect(table).toContain('nhsuk-table__cell nhsuk-table__cell--numeric">\n23')
  expect(table).toContain('<th class="nhsuk-table__header" scope="row">\nM1')
})

test('a figure is named, described, and says its numbers in a table', () => {
  const figure = markupOf(
    <Figure
      id="confidence"
      title="Confidence"
      description="All five rose."
      svg="<svg><circle r='5'/></svg>"
      table={{
        caption: 'Confidence, mentor by mentor',
        columns: [{ header: 'Mentor' }, { header: 'Before', isNumeric: true }],
        rows: [['M1', 20]],
      }}
    />,
  )
  expect(figure).toContain(
    'aria-describedby="confidence-description" aria-labelledby="confidence-title"',
  )
  expect(figure).toContain('Show as a table')
  expect(figure).toContain('id="confidence-table-caption">\nConfidence, mentor by mentor')
})

test('what people wrote is escaped, wherever it stands', () => {
  const written = '<script>alert(1)</script>'
  const markup = renderToStaticMarkup(
    <Columns aside={written}>
      <SummaryList rows={[{ key: written, value: written }]} />
      <InsetText>{written}</InsetText>
    </Columns>,
  )
  expect(markup).not.toContain('<script')
  expect(markup.match(/&lt;script&gt;/g)).toHaveLength(4)
})

test('a number at a glance comes with what it counts', () => {
  const tiles = markupOf(
    <StatTiles tiles={[{ value: 5, unit: 'of 6', label: 'mentors agreed' }]} />,
  )
  expect(tiles).toContain('mentors agreed\n</dt>')
  expect(tiles).toContain('5\n<span class="app-stat__unit">\nof 6')
})

test('the step of now is told apart without colour', () => {
  const steps = markupOf(
    <Progress
      steps={[
        { label: 'Stage 1', state: 'done' },
        { label: 'Allocation', state: 'current' },
        { label: 'Stage 4', state: 'upcoming' },
      ]}
    />,
  )
  expect(steps.match(/aria-current="step"/g)).toHaveLength(1)
  expect(steps).toMatch(/Done:[\s\S]*Stage 1[\s\S]*Now:[\s\S]*Allocation[\s\S]*Still to come:/)
})
