/** A button beside a field that copies what stands in it; hidden until scripts run, and where copying is not allowed. */
export const showCopyButtons = (page: Document): void => {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const field = page.getElementById(button.dataset.copy ?? '')
    if (!isField(field)) continue
    button.hidden = false
    button.addEventListener('click', () => void copy(field, button.nextElementSibling))
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement

const isField = (element: HTMLElement | null): element is Field =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement

/** Without the right to the clipboard (a page over plain http) the text is selected, to be copied by hand. */
const copy = async (field: Field, status: Element | null): Promise<void> => {
  field.select()
  const isCopied = await navigator.clipboard?.writeText(field.value).then(
    () => true,
    () => false,
  )
  if (status !== null) status.textContent = isCopied === true ? 'Copied' : 'Selected: copy it now'
}
