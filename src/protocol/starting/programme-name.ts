/** What a programme is called and where it is, as it is typed. */
import * as z from 'zod'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type FieldErrors, unfit } from '../changing/change-problems.ts'

export type ProgrammeName = { readonly name: string; readonly site: string | null }

export const nameForm = z.object({ name: z.string(), site: z.string() })
export type NameForm = z.infer<typeof nameForm>

const longest = 150

export const nameEntered = (form: NameForm): Result<ProgrammeName, ReturnType<typeof unfit>> => {
  const [name, site] = [form.name.trim(), form.site.trim()]
  const errors: FieldErrors = {
    ...(name === '' ? { name: 'Enter a name for the programme' } : {}),
    ...(name.length > longest ? { name: `Enter a name of ${longest} characters or fewer` } : {}),
    ...(site.length > longest ? { site: `Enter a site of ${longest} characters or fewer` } : {}),
  }
  if (Object.keys(errors).length > 0) return fail(unfit(errors))
  return ok({ name, site: site === '' ? null : site })
}
