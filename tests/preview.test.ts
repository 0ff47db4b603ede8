/** The lead sees every page as others will see it, and can send nothing from there. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { visit } from './support/visit.ts'
import { buildWorld, type World } from './support/world.ts'

const built: { world?: World } = {}
const world = (): World => built.world as World
beforeAll(async () => {
  built.world = await buildWorld()
})
afterAll(() => world().drop())

const read = async (page: string): Promise<string> => {
  const { home, people } = world().north
  const reply = await visit(world().server, `/programmes/${home}/preview${page}`, {
    as: people.lead,
  })
  expect([page, reply.status]).toEqual([page, 200])
  return reply.text()
}

test('the list of previews leads to every page, and each says that nothing is saved', async () => {
  const list = await read('')
  const { home } = world().north
  const paths = [...list.matchAll(/href="([^"]*\/preview\/[^"]+)"/g)].map(([, path = '']) => path)
  expect(paths.filter((path) => path.includes('/pages/'))).toHaveLength(5)
  expect(paths).toContain(`/programmes/${home}/preview/1/mentor`)
  for (const path of paths.filter((one) => !one.includes('/set-up/'))) {
    expect(await read(path.replace(`/programmes/${home}/preview`, ''))).toContain(
      'nothing is saved',
    )
  }
})

test.each([
  { page: '/mentor/pages/start', says: 'What to do now' },
  { page: '/mentee/pages/about-you', says: 'Years as consultant' },
  { page: '/mentor/pages/willing', says: 'would you be willing to mentor' },
])('$page shows the page itself, with every control switched off', async ({ page, says }) => {
  const text = await read(page)
  expect(text).toContain(says)
  expect(text).toMatch(/<fieldset class="app-preview" disabled/)
})
