/** The Results in words, with a note for each sentence on what its numbers rest on. */
import { each } from '../../web/components/each.ts'
import { InsetText } from '../../web/components/inset-text.tsx'
import type { Reported } from '../reported.ts'
import type { ResultsPart as Part, Sentence } from '../sentences/sentence.ts'
import { describeResults } from '../sentences.ts'
import { type PartProps, Section, StudyPage } from './section.tsx'

export const ResultsPage = (props: Reported & { readonly name: string }) => (
  <StudyPage
    caption={props.name}
    title="Results in words"
    lead="The sentences of a Results section, written from the data when this page was opened."
  >
    <InsetText>
      Words such as “rose” and “fell” follow from the numbers, and every number says what it rests
      on in the note of its sentence. With so few people, read the counts before the p-values.
    </InsetText>
    <ResultsPart {...props} level={2} />
  </StudyPage>
)

type Numbered = Sentence & { readonly note: number }

const numbered = (parts: readonly Part[]) => {
  let note = 0
  const withNote = (sentence: Sentence): Numbered => {
    note += 1
    return { ...sentence, note }
  }
  return parts.map(({ title, paragraphs }) => ({
    title,
    paragraphs: paragraphs.map((sentences) => sentences.map(withNote)),
  }))
}

export const ResultsPart = ({ study, analysis, level }: PartProps) => {
  const parts = numbered(describeResults({ study, analysis }))
  return (
    <>
      {each(parts, ({ title, paragraphs }) => (
        <Section level={level} title={title}>
          {paragraphs.length === 0 ? <p>Nothing was recorded in this phase.</p> : null}
          {each(paragraphs, (sentences) => (
            <p className="app-results">{each(sentences, SentenceWithNote)}</p>
          ))}
        </Section>
      ))}
      <Section level={level} title="Notes: what each sentence rests on">
        <ol className="app-notes">
          {each(
            parts.flatMap(({ paragraphs }) => paragraphs.flat()),
            ({ note, basis }) => (
              <li id={`note-${note}`}>
                {basis}.{' '}
                <a href={`#sentence-${note}`}>
                  Back<span className="nhsuk-u-visually-hidden"> to sentence {note}</span>
                </a>
              </li>
            ),
          )}
        </ol>
      </Section>
    </>
  )
}

const SentenceWithNote = ({ text, note }: Numbered) => (
  <>
    <span id={`sentence-${note}`}>{text}</span>
    <sup>
      <a href={`#note-${note}`}>
        <span className="nhsuk-u-visually-hidden">Note </span>
        {note}
      </a>
    </sup>{' '}
  </>
)
