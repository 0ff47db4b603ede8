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
] as const
