/** What a mentor brings into their session, and what stands in its place until it is there. */
import type { Released } from '../../interview/documents/released/load-released.ts'
import { PromptSheet } from '../../interview/documents/released/prompt-sheet.tsx'
import { Columns } from '../../web/components/columns.tsx'
import { each } from '../../web/components/each.ts'

type PromptSheetsProps = { readonly sheets: readonly Released[]; readonly address: string }

/** One for each mentee; as a rule there is one. */
export const PromptSheetsPage = ({ sheets, address }: PromptSheetsProps) => (
  <>
    {each(sheets, (released, place) => (
      <PromptSheet
        released={released}
        files={`${address}/${released.menteeId}`}
        headingLevel={place === 0 ? 1 : 2}
      />
    ))}
  </>
)

export const NoPromptSheetPage = ({ home }: { readonly home: string }) => (
  <Columns>
    <h1 className="nhsuk-heading-l">Prompt sheet</h1>
    <p>
      This is where you find the document for your session, once the draw has been made and the
      document is released.
    </p>
    <p>
      <a href={home}>Go to your programme</a>
    </p>
  </Columns>
)
