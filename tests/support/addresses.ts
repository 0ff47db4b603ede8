/** Addresses of the routes in the registry: a value for each parameter that stands in their paths. */
import { newToken } from '../../src/platform/tokens.ts'
import type { World } from './world.ts'

/** Something valid for each parameter but the programme. A new parameter needs a line here. */
const samples: Readonly<Record<string, (world: World, path: string) => string>> = {
  token: ({ setUpToken, north }, path) =>
    path.startsWith('/set-up/') ? setUpToken : newToken(north.organisationId).text,
  file: () => 'page.css',
  stage: () => '1',
  section: () => '1',
  page: () => 'start',
  version: () => '1',
  participant: ({ north }) => north.people.mentor.personId,
  mail: () => crypto.randomUUID(),
  domain: () => 'strengths',
  measure: () => 'confidence',
  item: () => 'concerns',
  characteristic: () => 'age',
  role: () => 'mentor',
  mentee: ({ north }) => north.people.mentee.personId,
  note: () => crypto.randomUUID(),
  recording: () => crypto.randomUUID(),
  transcript: () => crypto.randomUUID(),
  piece: () => '0',
  draw: () => '1',
  clarification: () => crypto.randomUUID(),
}

export const addressIn = (world: World, path: string, programmeId: string): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => {
    if (name === 'programme') return programmeId
    const sample = samples[name]
    if (sample === undefined) {
      throw new Error(`tests/support/addresses.ts has no sample for :${name} of ${path}. Add one.`)
    }
    return sample(world, path)
  })
