/** `turnabout sign-in-link`: the way back in for an operator whose administrator cannot get mail. */
import type { Command, CommandOutcome } from '../cli/command.ts'

const makeLink = async (email: string, write: (text: string) => void): Promise<CommandOutcome> => {
  const { linksFor } = await import('./operator-links.ts')
  const links = await linksFor(process.env, email)
  if (!links.ok) return links
  for (const { organisation, address } of links.value) write(`${organisation}: ${address}\n`)
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
]
