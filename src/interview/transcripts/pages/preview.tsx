/** What will be replaced, and how it will look: before anything is stored. */
import { Button, ButtonGroup } from '../../../web/components/button.tsx'
import { Checkboxes } from '../../../web/components/checkboxes.tsx'
import { each } from '../../../web/components/each.ts'
import { ErrorSummary } from '../../../web/components/error-summary.tsx'
import { Form } from '../../../web/components/form.tsx'
import { InsetText } from '../../../web/components/inset-text.tsx'
import { Select } from '../../../web/components/select.tsx'
import { Textarea } from '../../../web/components/textarea.tsx'
import { transcriptsAddress } from '../addresses.ts'
import type { Passage } from '../model.ts'
import type { FoundName } from '../names.ts'
import { clockTime, countInWords } from '../words.ts'
import { type ImportProps, RecordingSelect, TitleInput } from './import.tsx'

export const speakerParts = ['speaker', 'facilitator', 'nobody'] as const
export type SpeakerPart = (typeof speakerParts)[number]

/** The name of the field of the speaker with this place. */
export const partField = (place: number): string => `part-${place}`

export type PreviewProps = ImportProps & {
  /** Sent again with the button, with the names of the file; not stored. */
  readonly written: string
  readonly speakers: readonly {
    readonly speaker: string
    readonly passages: number
    readonly part: SpeakerPart
  }[]
  readonly names: readonly FoundName[]
  /** Of those, as written, which are replaced. */
  readonly replaced: readonly string[]
  readonly more: string
  /** As they will be stored, but for the numbers of the speakers. */
  readonly passages: readonly Passage[]
}

export const PreviewPage = (props: PreviewProps) => (
  <>
    <ErrorSummary
      errors={Object.entries(props.errors).map(([fieldId, text]) => ({ fieldId, text }))}
    />
    <h1 className="nhsuk-heading-l">Check the names before importing</h1>
    <p>{`${countInWords(props.passages.length, 'passage')}. Nothing is stored yet.`}</p>
    <Form
      action={transcriptsAddress(props.programmeId)}
      idempotencyKey={props.idempotencyKey}
      hasFiles
    >
      <input type="hidden" name="passages" value={props.written} />
      <Speakers {...props} />
      <Names {...props} />
      <First {...props} />
      <TitleInput {...props} />
      <RecordingSelect {...props} />
      <ButtonGroup>
        <Button name="next" value="import">
          Import without these names
        </Button>
        <Button name="next" value="look" variant="secondary">
          Show again with these choices
        </Button>
        <a href={`${transcriptsAddress(props.programmeId)}/new`}>Use another file</a>
      </ButtonGroup>
    </Form>
  </>
)

const Speakers = ({ speakers }: PreviewProps) =>
  speakers.length === 0 ? (
    <InsetText>The file does not say who speaks.</InsetText>
  ) : (
    <>
      <h2 className="nhsuk-heading-m">Who speaks</h2>
      <p>
        Speakers become Speaker 1, Speaker 2 and so on, in an order of chance, so that the numbers
        do not tell who spoke first. Choose “Not a speaker” where words were taken for a name: they
        are put back into what was said.
      </p>
      <div className="app-speakers">
        {each(speakers, ({ speaker, passages, part }, place) => (
          <Select
            name={partField(place)}
            label={speaker}
            hint={countInWords(passages, 'passage')}
            options={[
              { value: 'speaker', label: 'A speaker' },
              { value: 'facilitator', label: 'Facilitator' },
              { value: 'nobody', label: 'Not a speaker' },
            ]}
            value={part}
          />
        ))}
      </div>
    </>
  )

const Names = ({ names, replaced, more }: PreviewProps) => (
  <>
    <h2 className="nhsuk-heading-m">Names in what was said</h2>
    {names.length === 0 ? (
      <p>No name of somebody in this programme, or of a speaker, was found in the words.</p>
    ) : (
      <>
        {each(names, ({ written }) => (
          <input type="hidden" name="shown" value={written} />
        ))}
        <Checkboxes
          name="replace"
          label="Replaced by [name]"
          labelSize="s"
          hint="Untick what is no name where it stands, such as “will” or “day”"
          isSmall
          choices={names.map((found) => ({
            value: found.written,
            label: `${found.written}, ${found.count === 1 ? 'once' : `${found.count} times`}`,
            hint: `… ${found.before}[${found.written}]${found.after} …`,
          }))}
          values={replaced}
        />
      </>
    )}
    <Textarea
      name="more"
      label="Other names to replace (optional)"
      hint="Nicknames, patients, people outside the programme, names that the program misheard: one on each line"
      rows={3}
      value={more}
    />
  </>
)

const shownPassages = 8

const First = ({ passages }: PreviewProps) => (
  <>
    <h2 className="nhsuk-heading-m">
      {passages.length > shownPassages
        ? `The first ${shownPassages} passages as they will be stored`
        : 'As it will be stored'}
    </h2>
    <dl className="app-preview">
      {each(passages.slice(0, shownPassages), ({ start, speaker, text }) => (
        <div className="app-preview__passage">
          <dt>
            {[start === null ? null : clockTime(start), speaker]
              .filter((part) => part !== null)
              .join(' · ') || 'Passage'}
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  </>
)
