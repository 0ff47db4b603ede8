/** The fields of a session. There is none for words. */
import { DateInput } from '../../web/components/date-input.tsx'
import { Radios } from '../../web/components/radios.tsx'
import { TextInput } from '../../web/components/text-input.tsx'
import { modeWords } from '../planning/meeting-words.ts'
import { sessionModes } from '../store.ts'
import { bandsInWords } from './bands.ts'
import type { RecordingErrors } from './problems.ts'
import { longestMinutes, type TypedSession } from './typed-session.ts'

type FieldsProps = { readonly typed: TypedSession; readonly errors: RecordingErrors }

export const SessionFields = ({ typed, errors }: FieldsProps) => (
  <>
    <DateInput
      name="held"
      label="On which day did you meet?"
      labelSize="s"
      value={typed.held}
      error={errors.held}
    />
    <TextInput
      name="minutes"
      label="How many minutes did it last?"
      labelSize="s"
      hint={`A whole number from 1 to ${longestMinutes}, as exact as you know it. The two of you and the researcher see the number. Everybody else sees one of these: ${bandsInWords}.`}
      inputMode="numeric"
      width={4}
      value={typed.minutes}
      error={errors.minutes}
    />
    <Radios
      name="mode"
      label="How did you meet?"
      labelSize="s"
      choices={sessionModes.map((value) => ({ value, label: modeWords[value] }))}
      value={typed.mode}
      error={errors.mode}
    />
  </>
)
