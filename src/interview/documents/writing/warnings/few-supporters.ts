import type { WarningRule } from './warning.ts'

/**
 * Of a point that comes from several notes, as many as of the note that most have seen: who they were is not known,
 * so the counts cannot be added up.
 */
export const fewSupporters: WarningRule = ({ noteIds }, { supporters, anonymityFloor }) => {
  if (supporters === null) return []
  if (noteIds.length === 0) return [unlinked]
  const most = Math.max(...noteIds.map((noteId) => supporters.get(noteId) ?? 0))
  if (most >= anonymityFloor) return []
  return [
    {
      kind: 'few_supporters',
      found: null,
      sentence: `${seenBy(most)}: fewer than the ${anonymityFloor} who must stand behind what is told.`,
      wayOut:
        'Join it with a point that more have seen, put it more generally, or leave it out. Link a note that says the same, if there is one.',
    },
  ]
}

const seenBy = (most: number): string =>
  most === 0 ? 'Nobody said that they have seen this' : `Only ${most} said that they have seen this`

const unlinked = {
  kind: 'few_supporters',
  found: null,
  sentence: 'This point comes from no note, so nobody knows how many have seen it.',
  wayOut: 'Link the notes that it comes from, or leave it out.',
} as const
