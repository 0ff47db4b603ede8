/** Every page of a programme that somebody may open, by its address. */
import { expect } from 'vitest'
import { allRoutes } from '../../src/web/all-routes.ts'
import type { Kind } from '../../src/web/route.ts'
import type { Somebody } from './hospital.ts'
import { visit, wordsOf } from './visit.ts'
import type { Server } from './world.ts'

type Looking = {
  readonly as: Somebody
  readonly kind: Kind
  readonly programmeId: string
  /** Whose pages, where a page is about one person. */
  readonly about: Somebody
}

/** For pages about one thing of the protocol. */
const samples: Readonly<Record<string, string>> = {
  stage: '1',
  section: '1',
  domain: 'strengths',
  version: '1',
  measure: 'confidence',
  item: 'concerns',
  characteristic: 'age',
  role: 'mentor',
}

const addressOf = (path: string, { programmeId, about }: Looking): string =>
  path.replaceAll(/:(\w+)/g, (whole, name: string) => {
    if (name === 'programme') return programmeId
    return name === 'participant' ? about.personId : (samples[name] ?? whole)
  })

/** Where files are made anew each time, or the log of what was done grows. */
const isLeftOut = (path: string): boolean => /\.\w+$|\/audit$|\/copy$/.test(path)

export const pagesOf = async (
  server: Server,
  looking: Looking,
): Promise<ReadonlyMap<string, string>> => {
  const { as, kind } = looking
  const paths = allRoutes
    .filter(({ method, who }) => method === 'GET' && typeof who !== 'string' && who.includes(kind))
    .map(({ path }) => addressOf(path, looking))
    .filter((path) => !path.includes(':') && !isLeftOut(path))
  const pages = new Map<string, string>()
  for (const path of paths) {
    const reply = await visit(server, path, { as })
    if (!reply.headers.get('content-type')?.includes('html')) continue
    expect([path, reply.status]).toEqual([path, 200])
    pages.set(path, await wordsOf(reply))
  }
  expect(pages.size).toBeGreaterThan(2)
  return pages
}
