/** A strict reader of calendar files (RFC 5545, 3.1): anything that a lenient program would forgive is refused. */

export type Property = {
  readonly name: string
  readonly parameters: Readonly<Record<string, string>>
  readonly value: string
}

/** The one entry, and what stands around it. */
export type CalendarFile = {
  readonly around: readonly Property[]
  readonly entry: readonly Property[]
}

const linesOf = (text: string): readonly string[] => {
  if (!text.endsWith('\r\n')) throw new Error('The last line does not end.')
  const lines = text.slice(0, -2).split('\r\n')
  for (const line of lines) {
    if (/\p{Cc}/u.test(line)) throw new Error(`A control character: ${JSON.stringify(line)}`)
    if (!line.isWellFormed()) throw new Error(`A sign cut in two: ${JSON.stringify(line)}`)
    if (Buffer.byteLength(line) > 75) throw new Error(`More than 75 octets: ${line}`)
    if (line.trim() === '') throw new Error('An empty line.')
  }
  return lines.join('\r\n').replaceAll('\r\n ', '').split('\r\n')
}

const parameter = '[A-Z-]+=(?:"[^"]*"|[^";:,]*)'
const contentLine = new RegExp(`^([A-Z-]+)((?:;${parameter})*):(.*)$`, 'u')

const propertyIn = (line: string): Property => {
  const [, name, parameters = '', value = ''] = contentLine.exec(line) ?? []
  if (name === undefined) throw new Error(`Not a content line: ${line}`)
  const found = [...parameters.matchAll(new RegExp(parameter, 'gu'))].map(([text]) => {
    const at = text.indexOf('=')
    return [text.slice(0, at), text.slice(at + 1).replaceAll('"', '')] as const
  })
  return { name, parameters: Object.fromEntries(found), value }
}

export const readCalendar = (text: string): CalendarFile => {
  const lines = linesOf(text)
  const [begin, end] = [lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT')]
  const frame = [lines[0], lines.at(-1), lines.at(-2), lines.filter((line) => /^BEGIN:/.test(line))]
  expectFrame(frame)
  return {
    around: lines.slice(1, begin).map(propertyIn),
    entry: lines.slice(begin + 1, end).map(propertyIn),
  }
}

const frameOfOne = [
  'BEGIN:VCALENDAR',
  'END:VCALENDAR',
  'END:VEVENT',
  ['BEGIN:VCALENDAR', 'BEGIN:VEVENT'],
]

const expectFrame = (frame: readonly unknown[]): void => {
  if (JSON.stringify(frame) !== JSON.stringify(frameOfOne)) {
    throw new Error(`Not one entry in one calendar: ${JSON.stringify(frame)}`)
  }
}

/** The value of what must be there exactly once. */
export const onlyValue = (properties: readonly Property[], name: string): string => {
  const [found, ...others] = properties.filter((property) => property.name === name)
  if (found === undefined || others.length > 0) throw new Error(`${name} is not there once.`)
  return found.value
}

/** Text as it was before it was escaped (RFC 5545, 3.3.11); what has to be escaped and is not is refused. */
export const unescaped = (value: string): string => {
  if (!/^(?:[^\\;,]|\\[\\;,nN])*$/u.test(value)) throw new Error(`Not escaped: ${value}`)
  return value.replaceAll(/\\(.)/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))
}

/** `20261025T013000Z` and nothing else. */
export const instantOf = (value: string): Date => {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value)
  if (parts === null) throw new Error(`Not an instant: ${value}`)
  const [year, month, day, hour, minute, second] = parts.slice(1)
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}
