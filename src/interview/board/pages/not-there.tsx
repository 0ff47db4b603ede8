import { Columns } from '../../../web/components/columns.tsx'
import { boardAddress } from '../board-addresses.ts'

const words = {
  mentee: 'This person is not on the board of this programme, or has left it.',
  note: 'This point is not on the board any more. Somebody may have deleted it, or merged it with another one.',
} as const

type NotThereProps = { readonly programmeId: string; readonly what: keyof typeof words }

export const NotThere = ({ programmeId, what }: NotThereProps) => (
  <Columns>
    <h1 className="nhsuk-heading-l">Not on the board</h1>
    <p>{words[what]}</p>
    <p>
      <a href={boardAddress(programmeId)}>Go to the board</a>
    </p>
  </Columns>
)
