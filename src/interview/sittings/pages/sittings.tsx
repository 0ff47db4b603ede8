/** What has been held so far, and what was recorded of it. */
import { dayInWords } from '../../../lib/dates.ts'
import type { Programme } from '../../../protocol/store.ts'
import { Table } from '../../../web/components/table.tsx'
import type { LoadedInterview } from '../load-interview.ts'
import { interviewOf } from './frame.tsx'

export const Sittings = ({ loaded }: { readonly loaded: LoadedInterview }) =>
  loaded.sittings.length === 0 ? null : (
    <Table
      id="sittings"
      caption="Sittings"
      columns={[
        { header: 'Sitting' },
        { header: 'Day' },
        { header: 'In the room', isNumeric: true },
      ]}
      rows={loaded.sittings.map(({ sitting, heldOn, present }) => [
        sitting,
        dayInWords(heldOn),
        present.length,
      ])}
    />
  )

export const Recorded = ({ programme }: { readonly programme: Programme }) => (
  <section className="app-section">
    <h2 className="nhsuk-heading-m">Recordings and transcripts</h2>
    <ul className="nhsuk-list">
      <li>
        <a href={`${interviewOf(programme)}/recordings`}>Recordings</a>
      </li>
      <li>
        <a href={`${interviewOf(programme)}/transcripts`}>Transcripts</a>
      </li>
    </ul>
  </section>
)
