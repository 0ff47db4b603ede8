/** The group that a word stands for: *mentor* or *mentee*, or what the protocol calls them. */
import { type Protocol, type RoleId, roleIds } from '../../../protocol/model.ts'

export const roleIn = (text: string, roles: Protocol['roles']): RoleId | null =>
  roleIds.find((role) => wordsFor(role, roles).includes(text.toLowerCase())) ?? null

const wordsFor = (role: RoleId, roles: Protocol['roles']): readonly string[] => [
  role,
  `${role}s`,
  roles[role].label.toLowerCase(),
  roles[role].plural.toLowerCase(),
]
