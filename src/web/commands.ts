/** `turnabout serve`: the web server. */
import type { Command } from '../cli/command.ts'

export const commands: readonly Command[] = [
  {
    name: 'serve',
    summary: 'Start the web server (what `npm start` runs)',
    arguments: [],
    options: [],
    run: async ({ write }) => {
      const { serve } = await import('./serve.ts')
      return serve(process.env, write)
    },
  },
]
