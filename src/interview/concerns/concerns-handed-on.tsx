/** How many points were handed on as concerns: the number and nothing else. */
import { counted } from '../../protocol/wording/words.ts'

export const ConcernsHandedOn = ({ concerns }: { readonly concerns: number }) => (
  <section className="app-section">
    <h2 className="nhsuk-heading-m">Concerns</h2>
    <p>
      {concerns === 0
        ? 'No point has been taken out and handed on as a concern.'
        : `${counted(concerns, 'point')} taken out and handed on as a concern. What was said is not kept.`}
    </p>
    <p>
      A point about patient safety or about how somebody behaves does not belong in the feedback.
      Choose “This is about safety or conduct” beside it on the board.
    </p>
  </section>
)
