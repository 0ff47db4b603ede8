/** The forms on a page, as a browser would send them. */

export type Fields = Readonly<Record<string, string>>

/** The words of a page as a person reads them. */
export const decoded = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** The fields of the last form that is made from a protocol. */
export const fieldsOn = (page: string): Fields => {
  const form = page.slice(page.lastIndexOf('<form', page.lastIndexOf('name="from"')))
  const inputs = [...form.matchAll(/<input[^>]*>/g)].map(([tag]) => tag)
  const attribute = (tag: string, name: string) =>
    new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  const sent = inputs.filter((tag) => !/type="(?:radio|file)"/.test(tag) || tag.includes('checked'))
  const areas = [...form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)/g)]
  return {
    ...Object.fromEntries(
      sent.map((tag) => [attribute(tag, 'name'), decoded(attribute(tag, 'value'))]),
    ),
    ...Object.fromEntries(areas.map(([, name, text]) => [name, decoded(String(text))])),
  }
}
