/** Two things with one name would be told apart by nobody. */
const asRead = (label: string): string => label.trim().toLowerCase()

export const isLabelTaken = (
  among: readonly { readonly label: string }[],
  label: string,
): boolean => among.some((entry) => asRead(entry.label) === asRead(label))
