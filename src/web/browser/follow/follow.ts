/**
 * Keeps the page on a mentor's phone as it is in the room, and sends its forms without leaving it. What somebody is
 * typing is not touched; what could not be sent stays in the box.
 */
type Part = 'outcome' | 'now' | 'point'

const words = {
  failed: 'Not sent – there is no connection. Your text is still here: try again.',
  refused: 'Not sent – you may be signed out. Copy what you wrote, then reload the page.',
  lost: 'The connection is lost. Reload the page.',
} as const

export const followInterview = (page: Document): void => {
  const place = page.querySelector<HTMLElement>('[data-follow]')
  if (place === null) return
  listen(place)
  place.addEventListener('submit', (event) => {
    if (!(event.target instanceof HTMLFormElement)) return
    event.preventDefault()
    void send(place, event.target, event.submitter)
  })
  place.addEventListener('focusout', () => window.setTimeout(() => renewForm(place)))
}

const partOf = (place: ParentNode, part: Part): Element | null =>
  place.querySelector(`[data-follow-part="${part}"]`)

const put = (place: ParentNode, part: Part, html: string): void => {
  const old = partOf(place, part)
  if (old === null || old.innerHTML === html) return
  const focused = old.contains(document.activeElement) ? document.activeElement : null
  const note = focused?.closest('li[id]')?.id
  old.innerHTML = html
  if (note === undefined) return
  document.getElementById(note)?.querySelector('button')?.focus()
}

const tell = (place: ParentNode, said: string): void => {
  const status = place.querySelector('[data-follow-status]')
  if (status !== null && status.textContent !== said) status.textContent = said
}

/** The button to reload is for whoever hears nothing. */
const listen = (place: HTMLElement): void => {
  const reload = place.querySelector<HTMLElement>('[data-follow-reload]')
  const source = new EventSource(place.dataset.follow ?? '')
  source.addEventListener('open', () => reload?.toggleAttribute('hidden', true))
  source.addEventListener('follow', ({ data }) => {
    const { now, point } = JSON.parse(data)
    put(place, 'now', now)
    place.dataset.followForm = point
    renewForm(place)
  })
  source.addEventListener('error', () => {
    if (source.readyState !== EventSource.CLOSED) return
    reload?.toggleAttribute('hidden', false)
    tell(place, words.lost)
  })
}

/** A new form comes where nobody has begun to fill in the old one. */
const renewForm = (place: HTMLElement): void => {
  const form = place.dataset.followForm
  const old = partOf(place, 'point')
  if (form === undefined || old === null) return
  const isTyped = (old.querySelector('textarea')?.value ?? '').trim() !== ''
  if (isTyped || old.contains(document.activeElement)) return
  put(place, 'point', form)
  delete place.dataset.followForm
}

const sending = new WeakSet<HTMLFormElement>()

const send = async (
  place: HTMLElement,
  form: HTMLFormElement,
  button: HTMLElement | null,
): Promise<void> => {
  if (sending.has(form)) return
  sending.add(form)
  const reply = await post(form, button).catch(() => null)
  sending.delete(form)
  const shown = reply?.querySelector('[data-follow]') ?? null
  if (shown === null) return tell(place, reply === null ? words.failed : words.refused)
  tell(place, '')
  const isPoint = form.querySelector('textarea') !== null
  const parts: readonly Part[] = isPoint ? ['outcome', 'now', 'point'] : ['outcome', 'now']
  for (const part of parts) put(place, part, partOf(shown, part)?.innerHTML ?? '')
  delete place.dataset.followForm
  showOutcome(place)
}

/** The page that the form leads to. */
const post = async (form: HTMLFormElement, button: HTMLElement | null): Promise<Document> => {
  const body = new FormData(form, button)
  const reply = await fetch(form.action, { method: 'POST', body })
  return new DOMParser().parseFromString(await reply.text(), 'text/html')
}

/** Read out and brought into sight, as it is on a page that has just come. */
const showOutcome = (place: HTMLElement): void => {
  const outcome = partOf(place, 'outcome')?.firstElementChild
  if (!(outcome instanceof HTMLElement)) return
  outcome.tabIndex = -1
  outcome.focus()
}
