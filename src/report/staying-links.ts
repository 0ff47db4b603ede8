/** What a mentor or a mentee can still open once their programme is over, or their own part in it. */
import type { Protocol, RoleId } from '../protocol/model.ts'

/** `path`: below the programme. */
export type StayingLink = { readonly label: string; readonly path: string }

const own = {
  mentor: { label: 'Your certificate', path: '/mentor-certificate' },
  mentee: { label: 'Your reflection pack', path: '/pack' },
} as const satisfies Record<RoleId, StayingLink>

/** Who speaks openly may be treated worse for it long after the programme has ended. */
const guardian: StayingLink = { label: 'Whom to speak to in confidence', path: '/concern' }

export const stayingLinks = ({ steps }: Protocol, role: RoleId): readonly StayingLink[] =>
  steps.some(({ kind }) => kind === 'session') ? [own[role], guardian] : [guardian]
