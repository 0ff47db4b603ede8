/** Two people edit the same page: what one entered is brought onto what the other has saved. */
import { isDeepStrictEqual } from 'node:util'
import type * as z from 'zod'

type Entered<Form> = {
  readonly schema: z.ZodType<Form>
  readonly typed: Form
  /** The form as it was before the other saved, and as it is now. */
  readonly before: Form
  readonly now: Form
}

/** A text area sends the line ends of the browser. */
const plain = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value

const fieldsOf = (form: unknown): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(Object(form)))

/** A field that was left as it was follows the other person; one that was changed stays as it was typed. */
export const mergedForm = <Form>({ schema, typed, before, now }: Entered<Form>): Form => {
  const [old, current] = [fieldsOf(before), fieldsOf(now)]
  const merged = [...fieldsOf(typed)].map(([name, value]) => {
    const isUntouched = old.has(name) && isDeepStrictEqual(plain(value), plain(old.get(name)))
    return [name, isUntouched ? current.get(name) : value]
  })
  const parsed = schema.safeParse(Object.fromEntries(merged))
  return parsed.success ? parsed.data : typed
}
