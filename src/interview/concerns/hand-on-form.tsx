/** What is printed to hand a concern on: the point, and room to write. Nobody of the group is named. */
import { each } from '../../web/components/each.ts'
import type { ConcernPageProps } from './pages.tsx'

const lines = [
  'Handed on to (name and role)',
  'Handed on by (name and role)',
  'Date and time',
  'Reference of the report',
] as const

export const HandOnForm = ({ concern, organisationName }: ConcernPageProps) => {
  const { programme, point } = concern
  const domain = programme.protocol.domains.find(({ id }) => id === point.note.domain)?.label
  return (
    <section className="app-hand-on" aria-labelledby="hand-on">
      <h2 className="nhsuk-heading-m" id="hand-on">
        Concern handed on
      </h2>
      <p>
        {`Raised by a group in confidence, in a feedback interview of ${programme.name}, ${organisationName}. It was said about ${point.mentee.name}${domain === undefined ? '' : ` (${domain})`}. It is the group’s wording as it was noted, and has not been looked into.`}
      </p>
      <blockquote className="app-hand-on__point app-typed">{point.note.text}</blockquote>
      <dl className="app-hand-on__lines">
        {each(lines, (line) => (
          <div className="app-hand-on__line">
            <dt>{line}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </section>
  )
}
