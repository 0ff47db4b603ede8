/** The options of a choice. Those that stay, stay under their value, so that answers given keep their meaning. */
import { newId } from './new-id.ts'

type Option = { value: string; label: string }

/**
 * @param labels  as they shall be, none twice
 * @param before  the options that there were
 * @returns       an option with the same label keeps its value; where only wording changed (as many as before), so does
 *                the one at the same place; the others get a new one
 */
export const optionsOf = (labels: readonly string[], before: readonly Option[] = []): Option[] => {
  const kept = labels.map((label) => before.find((option) => option.label === label)?.value)
  const renamed = labels.map((_, place) => {
    const option = labels.length === before.length ? before[place] : undefined
    return option === undefined || kept.includes(option.value) ? undefined : option.value
  })
  const taken = before.map(({ value }) => value)
  return labels.map((label, place) => {
    const value = kept[place] ?? renamed[place] ?? newId(label, taken)
    taken.push(value)
    return { value, label }
  })
}
