/**
 * Saves what is typed in a questionnaire, a second or two after the last key and every few seconds while typing goes
 * on. What could not be saved is tried again until it is; it stays on the page and is written nowhere else.
 */
import { putBefore, putText, valuesAtFirst, valuesOf } from './draft-form.ts'

const pauseMilliseconds = 1500
const longestMilliseconds = 4000
const patienceMilliseconds = 10_000
const longestWaitMilliseconds = 30_000
const mostAttempts = 8
/** Browsers take 64 KB; a sign may be four bytes. */
const mostKeptAlive = 15_000

type Change = { readonly field: string; readonly from: readonly string[]; readonly to: string }

type Saving = {
  readonly form: HTMLFormElement
  readonly address: string
  readonly tell: (words: string) => void
  /** What the server has, as far as it said so. */
  readonly stored: Map<string, string>
  /** What was sent since without hearing back: the server may have it. */
  readonly unheard: Map<string, readonly string[]>
  timer: number | undefined
  /** When the oldest unsaved key was pressed. */
  since: number | null
  isSending: boolean
  failures: number
  /** Answered meanwhile, or closed: nothing more is saved. */
  isOver: boolean
}

const words = {
  saved: () =>
    `Saved at ${new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`,
  joined: 'You also wrote on another device. Both texts are now in the box.',
  failed: 'Not saved – trying again',
  signedOut:
    'Not saved – you are signed out. Sign in again in another tab; this page keeps trying.',
  tooLong: 'Not saved – there is too much text. Shorten it.',
  answered:
    'Not saved – you have already sent your answers from another page. Copy what you want to keep.',
  notTaken:
    'Not saved – this questionnaire does not take answers any more. Copy what you want to keep.',
} as const

export const saveDrafts = (page: Document): void => {
  for (const place of page.querySelectorAll<HTMLElement>('[data-drafts]')) {
    const form = place.querySelector('form')
    const status = place.querySelector('[data-draft-status]')
    if (form !== null && status !== null)
      watch(startSaving(form, place.dataset.drafts ?? '', status))
  }
}

const startSaving = (form: HTMLFormElement, address: string, status: Element): Saving => ({
  form,
  address,
  // The same words again are not read out again.
  tell: (said) => {
    if (status.textContent !== said) status.textContent = said
  },
  stored: new Map(valuesAtFirst(form)),
  unheard: new Map(),
  timer: undefined,
  since: null,
  isSending: false,
  failures: 0,
  isOver: false,
})

const watch = (saving: Saving): void => {
  const { form } = saving
  const typed = () => schedule(saving)
  form.addEventListener('input', typed)
  form.addEventListener('change', typed)
  form.addEventListener('submit', () => handOver(saving))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save(saving)
  })
  window.addEventListener('pagehide', () => sendOnTheWay(saving))
  window.addEventListener('online', () => void save(saving))
  window.addEventListener('pageshow', () => schedule(saving))
  window.addEventListener('beforeunload', (event) => {
    // What has not failed yet is sent on the way out.
    if (saving.failures > 0 && changesIn(saving).length > 0) event.preventDefault()
  })
}

const changesIn = ({ form, stored, unheard, isOver }: Saving): readonly Change[] =>
  isOver
    ? []
    : [...valuesOf(form)]
        .filter(([field, to]) => to !== (stored.get(field) ?? ''))
        .map(([field, to]) => ({
          field,
          from: [stored.get(field) ?? '', ...(unheard.get(field) ?? [])],
          to,
        }))

const schedule = (saving: Saving): void => {
  if (changesIn(saving).length === 0) return
  const now = Date.now()
  saving.since ??= now
  const wait = Math.min(pauseMilliseconds, saving.since + longestMilliseconds - now)
  saveIn(saving, Math.max(0, wait))
}

const saveIn = (saving: Saving, milliseconds: number): void => {
  window.clearTimeout(saving.timer)
  saving.timer = window.setTimeout(() => void save(saving), milliseconds)
}

const save = async (saving: Saving): Promise<void> => {
  const changes = changesIn(saving)
  if (saving.isSending || changes.length === 0) return
  window.clearTimeout(saving.timer)
  saving.isSending = true
  saving.since = null
  remember(saving, changes)
  const said = await send(saving, changes).catch(() => words.failed)
  saving.isSending = false
  saving.tell(said)
  // Too much text stays too much until somebody types.
  if (said === words.tooLong) return
  if (saving.failures === 0) schedule(saving)
  else saveIn(saving, Math.min(longestWaitMilliseconds, 500 * 2 ** saving.failures))
}

/** The last few are enough: what did not arrive is not stored. */
const remember = ({ unheard }: Saving, changes: readonly Change[]): void => {
  for (const { field, to } of changes) {
    const known = unheard.get(field) ?? []
    if (!known.includes(to)) unheard.set(field, [...known, to].slice(-mostAttempts))
  }
}

const formOf = ({ form }: Saving, changes: readonly Change[]): FormData => {
  const sent = new FormData()
  const key = form.querySelector<HTMLInputElement>('input[name="idempotencyKey"]')
  sent.set('idempotencyKey', key?.value ?? '')
  sent.set('changes', JSON.stringify(changes))
  return sent
}

/** Gives the words for the person; throws when the service is away. */
const send = async (saving: Saving, changes: readonly Change[]): Promise<string> => {
  saving.failures += 1
  const reply = await fetch(saving.address, {
    method: 'POST',
    body: formOf(saving, changes),
    redirect: 'manual',
    // Goes on when the page is left, where the browser takes it.
    keepalive: JSON.stringify(changes).length < mostKeptAlive,
    signal: AbortSignal.timeout(patienceMilliseconds),
  })
  if (reply.type === 'opaqueredirect') return words.signedOut
  if (!reply.ok) return words.failed
  const { state, joined } = await reply.json()
  saving.failures = 0
  return hear(saving, changes, { state, joined })
}

type Heard = { readonly state: string; readonly joined: Readonly<Record<string, string>> }

const hear = (saving: Saving, changes: readonly Change[], { state, joined }: Heard): string => {
  switch (state) {
    case 'saved':
      for (const change of changes) settle(saving, change, joined[change.field])
      return Object.keys(joined).length === 0 ? words.saved() : words.joined
    case 'too_long':
      return words.tooLong
    case 'answered':
      saving.isOver = true
      return words.answered
    default:
      saving.isOver = true
      return words.notTaken
  }
}

/** What was joined begins with what was sent; what has been typed since takes its place. */
const settle = (
  { form, stored, unheard }: Saving,
  { field, to }: Change,
  joined: string | undefined,
): void => {
  stored.set(field, joined ?? to)
  unheard.delete(field)
  if (joined === undefined) return
  const typed = valuesOf(form).get(field) ?? ''
  const rest = joined.startsWith(to) ? joined.slice(to.length) : null
  putText(form, field, rest === null ? joined : `${typed}${rest}`)
}

/** The form takes over; it tells the server what may be stored already. */
const handOver = ({ form, stored, unheard, timer }: Saving): void => {
  window.clearTimeout(timer)
  for (const [field, text] of stored) putBefore(form, field, [text, ...(unheard.get(field) ?? [])])
}

const sendOnTheWay = (saving: Saving): void => {
  const changes = changesIn(saving)
  if (changes.length === 0) return
  remember(saving, changes)
  navigator.sendBeacon(saving.address, formOf(saving, changes))
}
