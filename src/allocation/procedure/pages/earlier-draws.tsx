/** Every draw of the programme but the one that the page is about. */
import type { ReactNode } from 'react'
import { dateAndTime } from '../../../lib/dates.ts'
import { Table } from '../../../web/components/table.tsx'
import type { AllocationView } from '../load-view.ts'
import type { AllocationDraw, DrawState } from '../model.ts'
import { allocationOf } from './step.tsx'

const kindWords: Readonly<Record<AllocationDraw['kind'], string>> = {
  first: 'First draw',
  again: 'Another draw',
  departure: 'After somebody left',
}

const stateWords: Readonly<Record<DrawState, string>> = {
  locked: 'Values are missing',
  committed: 'To be drawn',
  drawn: 'Drawn, not published',
  published: 'Published',
  reopened: 'Not made',
  replaced: 'Replaced by another one',
}

export const EarlierDraws = ({ view }: { readonly view: AllocationView }) => {
  const { draws, current } = view.allocation
  const others = draws.filter(({ number }) => number !== current?.number)
  return others.length === 0 ? null : (
    <Table
      id="other-draws"
      caption="Other draws of this programme"
      columns={[
        { header: 'Draw' },
        { header: 'Kind' },
        { header: 'Reason' },
        { header: 'What became of it' },
        { header: 'Certificate' },
      ]}
      rows={others.map((draw) => [
        draw.number,
        kindWords[draw.kind],
        draw.reason ?? 'None needed',
        whatBecameOf(draw),
        certificateOf(view, draw),
      ])}
    />
  )
}

const certificateOf = (view: AllocationView, { number, certificate }: AllocationDraw): ReactNode =>
  certificate === null ? (
    'None'
  ) : (
    <a href={`${allocationOf(view)}/certificates/${number}`}>
      See <span className="nhsuk-u-visually-hidden">the certificate of draw {number}</span>
    </a>
  )

const whatBecameOf = ({ state, drawnAt }: AllocationDraw): string =>
  drawnAt === null ? stateWords[state] : `Drawn on ${dateAndTime(drawnAt)}. ${stateWords[state]}`
