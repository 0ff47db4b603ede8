/**
 * CPU time of the server process per page, for every page of the example programme; beside it the smallest reply the
 * same server can give (`/health/live`), measured in the same run. The database's own CPU time is not in it.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { median, startServer, write } from './measure.ts'

const rounds = 5
const requests = 40

export const benchPages = async (): Promise<void> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'turnabout-bench-'))
  const server = await startServer({ TURNABOUT_DATA: folder, PORT: '4791' })
  try {
    const origin = new URL(server.url).origin
    const cookie = await openExample(server.url, origin)
    const get = (address: string) => fetch(new URL(address, origin), { headers: { cookie } })
    const costs = new Map<string, number>()
    for (const address of ['/health/live', ...(await pagesOf(await get('/')))]) {
      costs.set(address, await costOf(() => get(address), server.cpuMilliseconds))
    }
    const sorted = [...costs].toSorted(([, a], [, b]) => b - a)
    for (const [address, cost] of sorted)
      write(`${cost.toFixed(2).padStart(7)} ms  ${nameOf(address)}`)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true })
  }
}

const nameOf = (address: string): string => address.replace(/\/programmes\/[^/]+/, '/programmes/…')

const openExample = async (setUp: string, origin: string): Promise<string> => {
  const body = new URLSearchParams({ idempotencyKey: crypto.randomUUID() })
  const headers = { origin }
  const reply = await fetch(`${setUp}/example`, {
    method: 'POST',
    body,
    headers,
    redirect: 'manual',
  })
  return reply.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** The overview, and every page its navigation and its stages lead to. */
const pagesOf = async (overview: Response): Promise<readonly string[]> => {
  const html = await overview.text()
  const links = [...html.matchAll(/href="(\/programmes\/[^"#]+)"/g)].map(([, href = '']) => href)
  return [...new Set(links)]
}

/** Median over the rounds of CPU ms per request, after a warm-up. */
const costOf = async (get: () => Promise<Response>, cpu: () => number): Promise<number> => {
  const costs: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const before = cpu()
    for (let index = 0; index < requests; index += 1) {
      const reply = await get()
      if (!reply.ok) throw new Error(`${reply.url} answered ${reply.status}`)
      await reply.arrayBuffer()
    }
    if (round > 0) costs.push((cpu() - before) / requests)
  }
  return median(costs)
}
