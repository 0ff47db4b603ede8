import { plural } from '../../protocol/wording/words.ts'
import type { Willing } from './load-willing.ts'

export const Title = ({ willing: { programme } }: { readonly willing: Willing }) => (
  <h1 className="nhsuk-heading-l">
    <span className="nhsuk-caption-l">{programme.name}</span>{' '}
    {`Which of the ${plural(programme.protocol, 'mentee')} would you be willing to mentor?`}
  </h1>
)
