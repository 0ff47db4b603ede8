/** What to look at: beside a point, and of the whole document at the top. */
import { counted } from '../../../../protocol/wording/words.ts'
import { Details } from '../../../../web/components/details.tsx'
import { each } from '../../../../web/components/each.ts'
import { pointAnchor } from '../document-addresses.ts'
import type { DomainView, EditorView, PointView } from '../editor-view.ts'
import type { Warning } from '../warnings/warning.ts'

export const WarningsOfPoint = ({ warnings }: { readonly warnings: readonly Warning[] }) =>
  warnings.length === 0 ? null : (
    <ul className="app-writing__warnings">
      {each(warnings, ({ sentence, wayOut }) => (
        <li>
          <span className="nhsuk-u-visually-hidden">Warning: </span>
          {sentence} <span className="app-writing__way-out">{wayOut}</span>
        </li>
      ))}
    </ul>
  )

/** Nothing where there are none. */
export const AllWarnings = ({ view }: { readonly view: EditorView }) =>
  view.warnings === 0 ? null : (
    <Details summary={`${counted(view.warnings, 'warning')}: look at them before you send this`}>
      <p>Warnings advise. You decide, and the group signs off the wording.</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {each(
          view.domains.flatMap((domain) => domain.points.map((point) => ({ domain, point }))),
          WarningsWithLink,
        )}
      </ul>
    </Details>
  )

type WithLink = { readonly domain: DomainView; readonly point: PointView }

const WarningsWithLink = ({ domain, point }: WithLink) =>
  each(point.warnings, ({ sentence }) => (
    <li>
      <a href={`#${pointAnchor(point.point.pointId)}`}>
        {domain.label}, point {domain.points.indexOf(point) + 1}
      </a>
      : {sentence}
    </li>
  ))
