/** The doors that ask for a passphrase or a recovery code: making a pack, opening it, changing what opens it. */
import { createElement } from 'react'
import * as z from 'zod'
import { fail, type Result } from '../../lib/result.ts'
import type { Key } from '../../platform/keys.ts'
import { type Reply, type Route, route } from '../../web/route.ts'
import { byNobody, changePackKeys, makeReflectionPack, openReflectionPack } from './actions.ts'
import { programmeAddress, readWayOn } from './addresses.ts'
import {
  makePack,
  makeRecovery,
  openByPassphrase,
  openByRecoveryCode,
  type PackKeys,
  sealedByPassphrase,
} from './keys.ts'
import type { LoadedPack } from './load-pack.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { type PackContext, packForm, packParams, tokenOf, who, withPack } from './pack-context.ts'
import { findPackKeys } from './pack-store.ts'
import { RecoveryCodePage, recoveryCodeTitle } from './pages/recovery-code.tsx'
import { ClosedPage, NothingToUnlockPage, NotTakingPartPage } from './pages/standing.tsx'
import { UnlockingPage, type UnlockingPageName, unlockingForms } from './pages/unlocking.tsx'
import { decidePassphrase, type GivenPassphrase } from './passphrase-rules.ts'
import { fieldOfProblem, sentenceOfPackProblem, type UnlockingFormProblem } from './problems.ts'
import { unlock } from './unlock.ts'

const asked = z.object({ to: z.string().optional() })
const text = z.string().default('')
const secrets = packForm.extend({
  ...{ to: z.string().optional(), current: text, passphrase: text, again: text, code: text },
})
type Sent = PackContext<z.infer<typeof secrets>>
type Opened = { readonly loaded: LoadedPack; readonly keys: PackKeys }

/** The form, or what stands in its place. */
const formPage = (
  { input, newKey }: PackContext<z.infer<typeof asked>>,
  { programme, pack, participant }: LoadedPack,
  { page, problem = null }: { page: UnlockingPageName; problem?: UnlockingFormProblem | null },
): Reply => {
  const { title } = unlockingForms[page]
  const isOpen = pack.kind === 'open'
  const shown = { programme, title, to: readWayOn(input.to) }
  const makesOne = page === 'new'
  if (!makesOne && pack.kind === 'none') {
    return { kind: 'page', title, body: createElement(ClosedPage, { ...shown, kind: 'none' }) }
  }
  if (makesOne && pack.kind === 'none' && participant.state !== 'agreed') {
    return { kind: 'page', title, body: createElement(NotTakingPartPage, shown) }
  }
  if ((makesOne && pack.kind !== 'none') || (page === 'open' && isOpen)) {
    return { kind: 'page', title, body: createElement(NothingToUnlockPage, { ...shown, isOpen }) }
  }
  const error =
    problem === null
      ? null
      : { field: fieldOfProblem(problem), text: sentenceOfPackProblem(problem) }
  const form = { page, isOpen, error, idempotencyKey: newKey() }
  const body = createElement(UnlockingPage, { ...shown, ...form })
  return { kind: 'page', title, body, status: error === null ? 200 : 422 }
}

const onwards = ({ params, input }: Sent): Reply => ({
  kind: 'redirect',
  to: programmeAddress(params.programme, readWayOn(input.to)),
})

/** To the page that was asked for, or back to the form with what went wrong. */
const outcomeOf = (
  context: Sent,
  loaded: LoadedPack,
  { page, result }: { page: UnlockingPageName; result: Result<unknown, UnlockingFormProblem> },
): Reply =>
  result.ok ? onwards(context) : formPage(context, loaded, { page, problem: result.problem })

/** The keys as they are stored now; without a pack the form says so. */
const withKeys = (
  context: Sent,
  page: UnlockingPageName,
  use: (opened: Opened) => Promise<Reply>,
): Promise<Reply> =>
  withPack(context, async (loaded) => {
    const keys = await context.read((tx) => findPackKeys(tx, loaded.owner))
    return keys === null ? formPage(context, loaded, { page }) : use({ loaded, keys })
  })

const decideNew = ({ programme, participant }: LoadedPack, given: GivenPassphrase) =>
  decidePassphrase(given, [participant.name, participant.email ?? '', programme.name])

type Made = { readonly recoveryCode: string; readonly stored: Pick<PackKeys, 'sealedByRecovery'> }

/** Shown if it is the one that is stored: when a form was sent twice, the first of the two is. Null: nothing was made. */
const recoveryCodeReply = async (
  { input, read }: Sent,
  { programme, owner }: LoadedPack,
  made: Made | null,
): Promise<Reply> => {
  const keys = await read((tx) => findPackKeys(tx, owner))
  const isStored = made !== null && keys?.sealedByRecovery.equals(made.stored.sealedByRecovery)
  const code = isStored === true ? made.recoveryCode : null
  const body = createElement(RecoveryCodePage, { programme, code, to: readWayOn(input.to) })
  return { kind: 'page', title: recoveryCodeTitle, body }
}

const make = (context: Sent): Promise<Reply> =>
  withPack(context, async (loaded) => {
    const page = 'new'
    const { owner, pack, participant } = loaded
    if (pack.kind !== 'none') return recoveryCodeReply(context, loaded, null)
    if (participant.state !== 'agreed') return formPage(context, loaded, { page })
    const decided = decideNew(loaded, context.input)
    if (!decided.ok) return formPage(context, loaded, { page, problem: decided.problem })
    const made = await oneAtATime(() => makePack(owner, decided.value))
    const making = { owner, key: made.key, token: tokenOf(context), keys: made.stored }
    const result = await makeReflectionPack(byNobody(context.scope), making)
    if (!result.ok) return formPage(context, loaded, { page, problem: result.problem })
    return recoveryCodeReply(context, loaded, made)
  })

const open = (context: Sent): Promise<Reply> =>
  withKeys(context, 'open', async ({ loaded, keys }) => {
    const page = 'open'
    const { owner } = loaded
    const key = await unlock({ owner, keys }, context.input.current, new Date())
    if (!key.ok) return formPage(context, loaded, { page, problem: key.problem })
    const using = { owner, key: key.value, token: tokenOf(context), from: keys }
    const result = await openReflectionPack(byNobody(context.scope), using)
    return outcomeOf(context, loaded, { page, result })
  })

type NewPassphrase = {
  readonly page: UnlockingPageName
  readonly keys: PackKeys
  readonly key: Key
  readonly passphrase: string
}

/** Of a form that was sent twice the first counts. Whoever went back and typed another passphrase is told so. */
const setPassphrase = async (
  context: Sent,
  loaded: LoadedPack,
  { page, keys, key, passphrase }: NewPassphrase,
): Promise<Reply> => {
  const { owner } = loaded
  const to = await oneAtATime(() => sealedByPassphrase(owner, key, passphrase))
  const rekeying = { owner, key, token: tokenOf(context), from: keys, to }
  const result = await changePackKeys(byNobody(context.scope), rekeying)
  if (!result.ok) return outcomeOf(context, loaded, { page, result })
  const stored = await context.read((tx) => findPackKeys(tx, owner))
  const isStored =
    stored?.sealedByPassphrase.equals(to.sealedByPassphrase) === true ||
    (stored !== null && (await oneAtATime(() => openByPassphrase(owner, stored, passphrase))))
  const outcome = isStored ? result : fail({ kind: 'pack.changed_meanwhile' })
  return outcomeOf(context, loaded, { page, result: outcome })
}

const recover = (context: Sent): Promise<Reply> =>
  withKeys(context, 'recover', async ({ loaded, keys }) => {
    const page = 'recover'
    const { owner } = loaded
    const key = openByRecoveryCode(owner, keys, context.input.code)
    const decided =
      key === null ? fail({ kind: 'pack.wrong_code' }) : decideNew(loaded, context.input)
    if (key === null || !decided.ok) return outcomeOf(context, loaded, { page, result: decided })
    return setPassphrase(context, loaded, { page, keys, key, passphrase: decided.value })
  })

const changePassphrase = (context: Sent): Promise<Reply> =>
  withKeys(context, 'passphrase', async ({ loaded, keys }) => {
    const page = 'passphrase'
    const { owner } = loaded
    const decided = decideNew(loaded, context.input)
    if (!decided.ok) return formPage(context, loaded, { page, problem: decided.problem })
    const key = await unlock({ owner, keys }, context.input.current, new Date())
    if (!key.ok) return formPage(context, loaded, { page, problem: key.problem })
    const passphrase = decided.value
    return setPassphrase(context, loaded, { page, keys, key: key.value, passphrase })
  })

const renewCode = (context: Sent): Promise<Reply> =>
  withKeys(context, 'recovery-code', async ({ loaded, keys }) => {
    const page = 'recovery-code'
    const { owner } = loaded
    const key = await unlock({ owner, keys }, context.input.current, new Date())
    if (!key.ok) return formPage(context, loaded, { page, problem: key.problem })
    const made = makeRecovery(owner, key.value)
    const rekeying = { owner, key: key.value, token: tokenOf(context), from: keys, to: made.stored }
    const result = await changePackKeys(byNobody(context.scope), rekeying)
    if (!result.ok) return formPage(context, loaded, { page, problem: result.problem })
    return recoveryCodeReply(context, loaded, made)
  })

const handlers: readonly (readonly [UnlockingPageName, (context: Sent) => Promise<Reply>])[] = [
  ['new', make],
  ['open', open],
  ['recover', recover],
  ['passphrase', changePassphrase],
  ['recovery-code', renewCode],
]

export const routes: readonly Route[] = handlers.flatMap(([page, handle]) => {
  const common = { path: `/programmes/:programme/pack/${page}`, who, params: packParams }
  return [
    route({
      ...{ ...common, method: 'GET', input: asked },
      handle: (context) => withPack(context, (loaded) => formPage(context, loaded, { page })),
    }),
    route({ ...common, method: 'POST', input: secrets, handle }),
  ]
})
