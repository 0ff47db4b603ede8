/** What the next cohort of a programme is called, and what its information sheet says. */
import type { ConsentText } from '../consent/model.ts'

/**
 * The name to begin with; the lead can change it. A cohort is counted on; a year becomes that of now, or the next one;
 * else it is the second cohort.
 *
 * @param year the year that it is
 * @example proposeName('Reverse mentoring 2026', 2026) // 'Reverse mentoring 2027'
 * @example proposeName('Gastroenterology', 2026) // 'Gastroenterology, cohort 2'
 */
export const proposeName = (name: string, year: number): string => {
  const [, before, number] = /^(.*\bcohort )(\d{1,4})$/i.exec(name) ?? []
  if (before !== undefined) return `${before}${Number(number) + 1}`
  const [found] = /\b20\d\d\b(?!.*\b20\d\d\b)/.exec(name) ?? []
  if (found === undefined) return `${name}, cohort 2`
  const next = String(Math.max(Number(found) + 1, year))
  return name.replace(/\b20\d\d\b(?!.*\b20\d\d\b)/, next)
}

type Names = { readonly from: string; readonly to: string }

/** Word for word the same, but that it invites to the new programme: “part in” and the name of the old one is what a sheet says. */
export const textForCohort = (text: ConsentText, { from, to }: Names): ConsentText => {
  const renamed = (words: string): string =>
    words.replaceAll(`part in ${from}`, () => `part in ${to}`)
  return {
    ...text,
    title: renamed(text.title),
    sections: text.sections.map((one) => ({ ...one, paragraphs: one.paragraphs.map(renamed) })),
    statements: text.statements.map((one) => ({ ...one, text: renamed(one.text) })),
  }
}
