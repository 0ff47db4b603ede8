import { each } from '../../web/components/each.ts'

/** Of a domain about which the group says nothing. */
export const nothingSaid = 'The group made no point here.'

/** What the group says in one domain. */
export const PointsOfDomain = ({ points }: { readonly points: readonly string[] }) =>
  points.length === 0 ? (
    <p>{nothingSaid}</p>
  ) : (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {each(points, (point) => (
        <li>{point}</li>
      ))}
    </ul>
  )
