/** What became of the form of a passage, shown at the passage. */
import { Button } from '../../../web/components/button.tsx'
import { Form } from '../../../web/components/form.tsx'
import { cellAddress } from '../../board/board-addresses.ts'
import type { Note } from '../../model.ts'

export const sayings = {
  corrected: 'The correction is saved.',
  cut: 'The words were put onto the board and have been taken off again since.',
  undone: 'The words are off the board again.',
  stays: 'Somebody has changed these words on the board meanwhile, so they stay there.',
} as const

export type Saying = { readonly kind: keyof typeof sayings; readonly place: number }

/** The note that a passage became, as it is on the board now. */
export type CutNote = { readonly note: Note; readonly mentee: string; readonly domain: string }

type SaidProps = {
  readonly base: string
  readonly programmeId: string
  readonly saying: Saying
  readonly cut: CutNote | null
  readonly idempotencyKey: string
}

export const Said = ({ saying, cut, ...props }: SaidProps) => (
  <div className="app-passage__said" role="status">
    {saying.kind === 'cut' && cut !== null ? (
      <OnBoard {...props} place={saying.place} {...cut} />
    ) : (
      <p>{sayings[saying.kind]}</p>
    )}
  </div>
)

type OnBoardProps = CutNote & Omit<SaidProps, 'saying' | 'cut'> & { readonly place: number }

const OnBoard = ({ base, programmeId, place, note, mentee, domain, ...form }: OnBoardProps) => {
  const { noteId, ...state } = note
  return (
    <>
      <p>
        {`On the board: ${mentee}, ${domain}. It stands there in quotation marks. Reword it, so that nobody is known by their words. `}
        <a href={cellAddress(programmeId, note)}>Reword it on the board</a>
      </p>
      <Form action={`${base}/undo`} idempotencyKey={form.idempotencyKey}>
        <input type="hidden" name="passage" value={place} />
        <input type="hidden" name="note" value={noteId} />
        <input type="hidden" name="from" value={JSON.stringify(state)} />
        <Button variant="secondary" isSmall>
          Undo
        </Button>
      </Form>
    </>
  )
}
