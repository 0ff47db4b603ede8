/** What the server is made of, and a request as its parts see it. */
import type { Context } from 'hono'
import type { Database } from '../platform/database.ts'
import type { Key } from '../platform/keys.ts'
import type { Live } from '../platform/live.ts'
import type { Logger } from '../platform/log.ts'
import type { Assets } from './document.tsx'
import type { Route, Service } from './route.ts'

export type ServerParts = {
  readonly routes: readonly Route[]
  readonly database: Database
  readonly masterKey: Key
  readonly service: Service
  readonly live: Live
  readonly assets: Assets
  readonly logger: Logger
  readonly isSecure: boolean
}

export type Env = { Variables: { requestId: string; secureHeadersNonce?: string } }
export type Request = Context<Env>
