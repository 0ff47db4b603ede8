/** The way back in for an operator whose administrator cannot get mail, and the way of returned mail into the outbox. */
import { text } from 'node:stream/consumers'
import type { Command, CommandInput, CommandOutcome } from '../cli/command.ts'

const makeLink = async (email: string, write: (text: string) => void): Promise<CommandOutcome> => {
  const { linksFor } = await import('./operator-links.ts')
  const links = await linksFor(process.env, email)
  if (!links.ok) return links
  for (const { organisation, address } of links.value) write(`${organisation}: ${address}\n`)
  return { ok: true }
}

const sentences = {
  unknown: 'Came back, but is no mail of this installation, or is marked already: nothing changed',
  late: 'Is only late, and may still arrive: nothing changed',
  not_returned: 'Is no returned mail: nothing changed',
} as const

/** What is no returned mail is no problem: a mail system that is told of one writes to the sender. */
const markReturned = async ({ stdin, write }: CommandInput): Promise<CommandOutcome> => {
  const { markReturnedMails } = await import('./returned-mails.ts')
  const markings = await markReturnedMails(process.env, await text(stdin))
  if (!markings.ok) return markings
  for (const marking of markings.value) {
    const isMarked = marking.kind === 'marked'
    write(`${isMarked ? `Marked as come back: ${marking.mailId}` : sentences[marking.kind]}\n`)
  }
  return { ok: true }
}

export const commands: readonly Command[] = [
  {
    name: 'sign-in-link',
    summary: 'Print a link with which a member of staff signs in: once, within ten minutes',
    arguments: ['<email>'],
    options: [],
    run: ({ arguments: [email = ''], write }) => makeLink(email, write),
  },
  {
    name: 'bounce',
    summary: 'Read mail that came back, from standard input, and mark what it returns',
    arguments: [],
    options: [],
    run: markReturned,
  },
]
