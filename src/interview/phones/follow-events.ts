/** The page on a mentor's phone, told what has changed as soon as it has. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { RouteContext, ServerEvent } from '../../web/route.ts'
import { topicOf } from '../board/live-topic.ts'
import { type Follow, type FollowAsked, loadFollow } from './load-follow.ts'
import { NowPart, PointPart } from './pages/follow-parts.tsx'

type Listening = Pick<RouteContext<unknown, unknown>, 'read' | 'live' | 'newKey'>
type Send = (event: ServerEvent) => void

const retryMilliseconds = 1000

/** While it looks things up, further messages become one. What looks the same as before is not sent again. */
export const openFollowEvents =
  ({ read, live, newKey }: Listening, asked: FollowAsked) =>
  async (send: Send): Promise<() => void> => {
    const state = { isClosed: false, isLooking: false, isStale: false, last: '' }
    const look = async (): Promise<void> => {
      const follow = await read((tx) => loadFollow(tx, asked))
      if (follow === null || state.isClosed) return
      const { standing, followed } = follow
      const now = JSON.stringify({ standing, followed })
      if (now !== state.last) send({ name: 'follow', data: partsOf(follow, newKey) })
      state.last = now
    }
    const refresh = async (): Promise<void> => {
      state.isStale = true
      if (state.isLooking) return
      state.isLooking = true
      while (state.isStale && !state.isClosed) {
        state.isStale = false
        // The database was away: it is asked again until it answers, or the phone has gone.
        await look().catch(() => wait())
      }
      state.isLooking = false
    }
    const wait = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, retryMilliseconds).unref())
      state.isStale = true
    }
    const close = await live.subscribe(topicOf(asked.programmeId), () => {
      void refresh()
    })
    await refresh()
    return () => {
      state.isClosed = true
      close()
    }
  }

const partsOf = (
  { programme, standing, followed }: Follow,
  newKey: () => string,
): { readonly now: string; readonly point: string } => {
  const { programmeId, protocol } = programme
  const props = { base: `/programmes/${programmeId}`, protocol, standing, followed, newKey }
  return {
    now: renderToStaticMarkup(createElement(NowPart, props)),
    point: renderToStaticMarkup(
      createElement(PointPart, { ...props, typed: null, error: undefined }),
    ),
  }
}
