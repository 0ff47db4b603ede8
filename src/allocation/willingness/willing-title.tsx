import { plural } from '../../protocol/wording/words.ts'
import { PageHeading } from '../../web/components/page-heading.tsx'
import type { Willing } from './load-willing.ts'

export const Title = ({ willing: { programme } }: { readonly willing: Willing }) => (
  <PageHeading
    caption={programme.name}
  >{`Which of the ${plural(programme.protocol, 'mentee')} would you be willing to mentor?`}</PageHeading>
)
