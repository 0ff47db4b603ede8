/** What waits for a mentor or a mentee, as it stands in the list of their home. `path`: below the programme. */
export type HomeTask = {
  readonly label: string
  readonly path: string
  readonly status: 'completed' | 'incomplete' | 'optional'
  readonly hint: string
}
