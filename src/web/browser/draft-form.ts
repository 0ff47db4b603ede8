/** The fields of a questionnaire as a script sees them: what they hold now, and what they held when the page came. */
type Field = HTMLInputElement | HTMLTextAreaElement

/** Buttons and hidden fields are nothing that anybody types. */
const isTyped = (element: Element): element is Field =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && ['radio', 'checkbox', 'text'].includes(element.type))

export const fieldsOf = (form: HTMLFormElement): readonly Field[] =>
  [...form.elements].filter(isTyped)

const isBox = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && field.type !== 'text'

const read = (
  form: HTMLFormElement,
  contentOf: (field: Field) => string | null,
): ReadonlyMap<string, string> => {
  const values = new Map<string, string>()
  for (const field of fieldsOf(form)) {
    const value = contentOf(field)
    if (value !== null) values.set(field.name, value)
    else if (!values.has(field.name)) values.set(field.name, '')
  }
  return values
}

/** By name; of radio buttons and boxes the one that is ticked, else nothing. */
export const valuesOf = (form: HTMLFormElement): ReadonlyMap<string, string> =>
  read(form, (field) => (isBox(field) && !field.checked ? null : field.value))

export const valuesAtFirst = (form: HTMLFormElement): ReadonlyMap<string, string> =>
  read(form, (field) => {
    if (!isBox(field)) return field.defaultValue
    return field.defaultChecked ? field.value : null
  })

/** Puts another text where somebody may be typing, without moving their cursor. */
export const putText = (form: HTMLFormElement, name: string, text: string): void => {
  const field = form.elements.namedItem(name)
  if (!(field instanceof HTMLTextAreaElement)) return
  const { selectionStart, selectionEnd, scrollTop } = field
  field.value = text
  field.setSelectionRange(selectionStart, selectionEnd)
  field.scrollTop = scrollTop
}

/** Tells the server, with the form, what it may find stored without there being anything to join. */
export const putBefore = (form: HTMLFormElement, name: string, known: readonly string[]): void => {
  const before = `${name}-before`
  const [first] = form.querySelectorAll<HTMLInputElement>(`input[name="${before}"]`)
  if (first === undefined) return
  for (const text of known) {
    const input = document.createElement('input')
    Object.assign(input, { type: 'hidden', name: before, value: text })
    first.before(input)
  }
}
