/** What belongs to the service itself: its health, its style sheet and scripts, its statements. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createElement } from 'react'
import * as z from 'zod'
import { type Reply, type Route, route } from './route.ts'
import { AccessibilityPage, PrivacyPage } from './service-pages.tsx'

const nothing = z.object({})
const types = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' } as const

/** File names carry a hash of their content, so a browser may keep them for good. */
const assetParams = z.object({ file: z.string().regex(/^[\w-]+\.(css|js|svg)$/) })

const plain = (body: string, status: 200 | 503 = 200): Reply => ({
  kind: 'file',
  body: `${body}\n`,
  type: 'text/plain; charset=utf-8',
  status,
})

const asset = async (folder: string, file: string): Promise<Reply> => {
  const body = await readFile(path.join(folder, file)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return null
  })
  if (body === null) return { kind: 'not_found' }
  const ending = z.enum(['css', 'js', 'svg']).parse(file.split('.').at(-1))
  const cacheControl = 'public, max-age=31536000, immutable'
  return { kind: 'file', body, type: `${types[ending]}; charset=utf-8`, cacheControl }
}

const open = { method: 'GET', who: 'everyone', params: nothing, input: nothing } as const
const same = { ...open, who: 'world' } as const

export const routes: readonly Route[] = [
  route({ ...same, path: '/health/live', handle: async () => plain('live') }),
  route({
    ...same,
    path: '/health/ready',
    handle: async ({ service }) =>
      (await service.isReady()) ? plain('ready') : plain('not ready', 503),
  }),
  route({
    ...same,
    path: '/assets/:file',
    params: assetParams,
    handle: ({ service, params }) => asset(service.assetFolder, params.file),
  }),
  route({
    ...open,
    path: '/accessibility',
    handle: async () => ({
      kind: 'page',
      title: 'Accessibility statement',
      body: createElement(AccessibilityPage),
    }),
  }),
  route({
    ...open,
    path: '/privacy',
    handle: async () => ({ kind: 'page', title: 'Privacy', body: createElement(PrivacyPage) }),
  }),
]
