/** What people type into a form, as it is kept: line ends of one kind, no space around. */

export const cleaned = (text: string): string => text.replaceAll('\r\n', '\n').trim()

/** A whole number as people write it; null for anything else. */
export const wholeNumber = (text: string): number | null =>
  /^\d{1,6}$/.test(text.trim()) ? Number(text) : null
