/** The rooms in the order of the programme. A room imports only from itself and from rooms before it. */
export const rooms = [
  'organisations',
  'protocol',
  'people',
  'questionnaires',
  'interview',
  'allocation',
  'sessions',
  'content-analysis',
  'statistics',
  'report',
  // Not a step of the programme: the published study, loaded into the rooms above so that one can look around.
  'example',
] as const
