/** The ground rules as people read them, wherever they stand. */
import { each } from '../../web/components/each.ts'
import type { Protocol } from '../model.ts'
import { groundRulesOf } from '../wording/ground-rules.ts'

export const GroundRulesList = ({ protocol }: { readonly protocol: Protocol }) => (
  <ol className="nhsuk-list nhsuk-list--number">
    {each(groundRulesOf(protocol), (rule) => (
      <li>{rule}</li>
    ))}
  </ol>
)
