/** The areas that feedback is about: added, renamed, put in order, taken away. */
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Domain, Protocol } from '../model.ts'
import { isLabelTaken } from './labels.ts'
import { idsOf, newId } from './new-id.ts'
import { type Direction, moved } from './order.ts'
import type { ContentProblem } from './problems.ts'

export type DomainFields = {
  readonly label: string
  /** At least one. */
  readonly open: readonly string[]
  readonly clarifying: readonly string[]
}

type Changed = Result<Protocol, ContentProblem>

const domainOf = (id: string, { label, open, clarifying }: DomainFields): Domain => ({
  id,
  label,
  prompts: { open: [...open], clarifying: [...clarifying] },
})

export const addDomain = (protocol: Protocol, fields: DomainFields): Changed => {
  const { label } = fields
  if (isLabelTaken(protocol.domains, label)) return fail({ kind: 'label.taken', label })
  const id = newId(label, idsOf(protocol.domains))
  return ok({ ...protocol, domains: [...protocol.domains, domainOf(id, fields)] })
}

/** Its name and what is asked about it in the interview; the id stays. */
export const changeDomain = (protocol: Protocol, id: string, fields: DomainFields): Changed => {
  const { label } = fields
  const others = protocol.domains.filter((domain) => domain.id !== id)
  if (others.length === protocol.domains.length) return fail({ kind: 'content.unknown', id })
  if (isLabelTaken(others, label)) return fail({ kind: 'label.taken', label })
  const domains = protocol.domains.map((domain) =>
    domain.id === id ? domainOf(id, fields) : domain,
  )
  return ok({ ...protocol, domains })
}

export const moveDomain = (protocol: Protocol, id: string, direction: Direction): Changed => {
  const place = idsOf(protocol.domains).indexOf(id)
  if (place < 0) return fail({ kind: 'content.unknown', id })
  return ok({ ...protocol, domains: moved(protocol.domains, place, direction) })
}

/** With what would be asked about it in the interview. */
export const removeDomain = (protocol: Protocol, id: string): Changed => {
  const domains = protocol.domains.filter((domain) => domain.id !== id)
  if (domains.length === protocol.domains.length) return fail({ kind: 'content.unknown', id })
  if (domains.length === 0) return fail({ kind: 'domain.only_one' })
  return ok({ ...protocol, domains })
}
