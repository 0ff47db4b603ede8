/** Asking for a staff link, finding it in the mail, and pressing the button of a link. */
import type { Somebody } from './hospital.ts'
import { linkIn, mailsOf } from './mailbox.ts'
import { send } from './visit.ts'
import type { Server, World } from './world.ts'

type Form = Readonly<Record<string, string>>

export const askForLink = (server: Server, email: string, form: Form = {}): Promise<Response> =>
  send(server, '/sign-in', { form: { email, ...form } })

/** A staff link as it stands in the latest mail to this person. */
export const linkFor = async ({ server, database }: World, person: Somebody): Promise<string> => {
  await askForLink(server, String(person.email))
  const mails = await mailsOf(database, person.organisationId)
  return linkIn(mails.find(({ to }) => to === person.email))
}

export const press = (server: Server, link: string, form: Form = {}): Promise<Response> =>
  send(server, link, { form })
