/** A questionnaire to print and fill in with a pen. */
import { PrintButton } from '../../../web/components/button.tsx'
import { each } from '../../../web/components/each.ts'
import { type AtAddress, addressOf } from '../addresses.ts'
import type { Questionnaire } from '../questions.ts'
import { SectionQuestions } from './questions.tsx'

export type PaperPageProps = { readonly at: AtAddress; readonly questionnaire: Questionnaire }

const empty = { draft: {}, faults: [] }

export const PaperPage = ({ at, questionnaire }: PaperPageProps) => (
  <div className="app-paper">
    <h1 className="nhsuk-heading-l">{questionnaire.title}</h1>
    <p className="app-paper__hint">
      Tick one box in each row. Your answers count once you have copied them into the questionnaire
      on the web: nobody else has to see this paper.
    </p>
    <PrintButton>Print the questionnaire</PrintButton>
    {each(questionnaire.sections, (section) => (
      <>
        <h2 className="nhsuk-heading-m">{section.title}</h2>
        <SectionQuestions section={section} filled={empty} />
      </>
    ))}
    <p className="app-paper__hint">
      <a href={addressOf(at)}>Back to the start of the questionnaire</a>
    </p>
  </div>
)
