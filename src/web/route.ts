/**
 * What a page is to the server: data. Who may open it stands beside its path, and nobody else may: a route that is
 * not in the registry does not exist, and a route opens to nobody that it does not name.
 */
import type { ReactNode } from 'react'
import type * as z from 'zod'
import type { OrganisationRole } from '../organisations/model.ts'
import type { ParticipantState } from '../people/model.ts'
import type { ActionScope } from '../platform/action.ts'
import type { Transaction } from '../platform/database.ts'
import type { Live } from '../platform/live.ts'
import type { ProgrammeRole, RoleId } from '../protocol/model.ts'

/** The kinds of person. Roles in a programme and in the organisation share their names (an auditor may be either). */
export type Kind = OrganisationRole | ProgrammeRole | RoleId

export type Visitor = { readonly kind: 'visitor' }
type SignedIn = {
  readonly organisationId: string
  readonly organisationName: string
  readonly isExample: boolean
  readonly personId: string
  readonly name: string
}
export type StaffPerson = SignedIn & {
  readonly kind: 'staff'
  readonly organisationRoles: readonly OrganisationRole[]
  /** Every programme of the organisation: roles in the organisation reach these and no others. */
  readonly programmeIds: readonly string[]
  /** Those in which the person has a role. */
  readonly programmes: readonly {
    readonly programmeId: string
    readonly name: string
    readonly roles: readonly ProgrammeRole[]
  }[]
}
export type ParticipantPerson = SignedIn & {
  readonly kind: 'participant'
  readonly programmeId: string
  readonly role: RoleId
  readonly state: ParticipantState
}
export type Person = Visitor | StaffPerson | ParticipantPerson

/**
 * `world`: the reply is the same for all, so nobody asks who it is. `everyone`: signed in or not.
 * `signed_in`: whoever they are. Otherwise the kinds that may.
 */
export type Who = 'world' | 'everyone' | 'signed_in' | readonly Kind[]

export type Reply =
  | {
      readonly kind: 'page'
      readonly title: string
      readonly body: ReactNode
      /** 200 unless told; 422 when a form comes back with its errors. */
      readonly status?: 200 | 422
    }
  | { readonly kind: 'redirect'; readonly to: string; readonly cookie?: SignInCookie }
  | {
      readonly kind: 'file'
      readonly body: Uint8Array | string
      readonly type: string
      readonly cacheControl?: string
      /** Offered for saving under this name; absent: shown. */
      readonly name?: string
      readonly status?: 200 | 409 | 503
    }
  /** A part of a file, or the whole of it, as it is read. */
  | {
      readonly kind: 'stream'
      readonly status: 200 | 206 | 416
      readonly headers: Readonly<Record<string, string>>
      readonly body: ReadableStream<Uint8Array> | null
    }
  /** Server-sent events, until the browser goes; it comes back by itself. */
  | { readonly kind: 'events'; readonly open: OpenEvents }
  /** Unknown, foreign and not allowed look the same. */
  | { readonly kind: 'not_found' }
  /** An expected problem in words, where the page itself cannot be shown. */
  | { readonly kind: 'problem'; readonly title: string; readonly sentences: readonly string[] }

/** The text of a sign-in's token, or null to end it. */
export type SignInCookie = { readonly token: string | null }

export type ServerEvent = { readonly name: string; readonly data: unknown }
/** @returns what ends it */
export type OpenEvents = (send: (event: ServerEvent) => void) => Promise<() => void>

/** What a handler may use. `scope` and `read` are bound to the person's own organisation. */
export type RouteContext<Params, Input> = {
  readonly params: Params
  readonly input: Input
  readonly person: Person
  readonly scope: ActionScope
  readonly read: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
  readonly service: Service
  readonly live: Live
  /** The text of the sign-in cookie, for signing out; null when there is none. */
  readonly signInToken: string | null
  /** Which bytes of a file the browser asks for, in its own words; null: all of them. */
  readonly range: string | null
  /** A new idempotency key, for a form on the page. */
  readonly newKey: () => string
}

/** What the server as a whole knows. */
export type Service = {
  readonly publicUrl: string
  /** The address that mails come from: the organizer of entries in people's calendars. */
  readonly mailFrom: string
  readonly projectRoot: string
  readonly assetFolder: string
  readonly sendsMail: boolean
  /** The operator's program that turns recordings into transcripts; null: there is none. */
  readonly transcriber: string | null
  readonly isReady: () => Promise<boolean>
}

type Shape = z.ZodType<unknown>

export type Definition<P extends Shape, I extends Shape> = {
  readonly method: 'GET' | 'POST'
  /** With named parameters: `/programmes/:programme/people`. `:programme` binds the kinds to that programme. */
  readonly path: string
  readonly who: Who
  readonly params: P
  /** The query of a GET, the form of a POST; with `takes: 'bytes'` the query of the POST, and `bytes`. */
  readonly input: I
  readonly takes?: 'bytes'
  /** Its name in the navigation of its programme; absent: not in it. */
  readonly navigation?: string
  /** How large a form may be; 1 MB unless told. */
  readonly limitBytes?: number
  readonly handle: (context: RouteContext<z.infer<P>, z.infer<I>>) => Promise<Reply>
}

export type Route = Omit<Definition<Shape, Shape>, 'handle'> & {
  /** Parses what came, then handles it; a path or form that is not of the right form counts as not found. */
  readonly handle: (context: RouteContext<unknown, unknown>) => Promise<Reply>
}

export const route = <P extends Shape, I extends Shape>(definition: Definition<P, I>): Route => ({
  ...definition,
  handle: async (context) => {
    const params = definition.params.safeParse(context.params)
    if (!params.success) return { kind: 'not_found' }
    const input = definition.input.safeParse(context.input)
    if (!input.success) return malformed
    return definition.handle({ ...context, params: params.data, input: input.data })
  },
})

const malformed: Reply = {
  kind: 'problem',
  title: 'This form was not sent as we expected',
  sentences: ['Nothing was saved. Go back, reload the page and send the form again.'],
}
