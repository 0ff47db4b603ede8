/** Whether a report, which mentees may read, can say among how many pairings was drawn. */
import type { RandomCertificate } from '../allocation/certificate/certificate.ts'
import { countTells } from '../allocation/count-tells.ts'
import type { Published } from '../allocation/leak-meter.ts'
import type { RoleId } from '../protocol/model.ts'
import type { Study } from './study.ts'
import { takingPartIn } from './willing-pairings.ts'

const known = new WeakMap<RandomCertificate, string | null>()

/**
 * How many pairings were possible, as a decimal number.
 *
 * @returns null where it was not counted, where a mentee could conclude from it that somebody refused them, or in a small
 *          group may be able to, and where it is no longer known who took part in the draw
 */
export const nameableCount = (study: Study, certificate: RandomCertificate): string | null => {
  const found = known.get(certificate)
  if (found !== undefined) return found
  const count = isTelling(study, certificate) ? null : certificate.count
  known.set(certificate, count)
  return count
}

/** Nor can it be said elsewhere in the report: a count that a certificate has and that gives somebody away. */
export const isCountWithheld = (study: Study): boolean =>
  (study.allocation?.draws ?? []).some(
    ({ certificate }) =>
      certificate.mode === 'random' &&
      certificate.kind !== 'departure' &&
      certificate.count !== null &&
      nameableCount(study, certificate) === null,
  )

const isTelling = (study: Study, certificate: RandomCertificate): boolean => {
  if (certificate.count === null) return false
  const published = publishedBy(study, certificate)
  if (published === null) return true
  const { count, forced, objective } = certificate
  const counted = { count: BigInt(count), forced, objective }
  const { mentees, undecided } = countTells(published, counted)
  return mentees.length > 0 || (undecided.length > 0 && isSmall(published))
}

/** In a larger group the number is one of very many, and it is not found out whether it tells. */
const isSmall = ({ mentors, mentees }: Published): boolean =>
  Math.min(mentors.length, mentees.length) <= 8

/** Null: the people or the pairs of this draw are not all in the study. */
const publishedBy = (study: Study, certificate: RandomCertificate): Published | null => {
  const [mentors, mentees] = [
    peopleOf(study, 'mentor', certificate.mentors),
    peopleOf(study, 'mentee', certificate.mentees),
  ]
  const drawn = new Set(
    study.allocation?.pairs
      .filter(({ draw }) => draw === certificate.number)
      .map((one) => one.pair),
  )
  const rows = new Map(study.sessions.map((session) => [session.pair, session]))
  const pairs = [...rows.values()]
    .filter(({ pair }) => drawn.has(pair))
    .map(({ mentor, mentee }) => ({ mentor, mentee }))
  if (mentors === null || mentees === null || pairs.length !== certificate.pairs) return null
  const most = study.protocol.rules.mentorsPerMentee
  return {
    ...{ mentors, mentees, pairs, supervisorRule: certificate.supervisorRule },
    supervised: study.participants.flatMap(({ participant, supervisor }) =>
      supervisor === null ? [] : [{ mentor: participant, mentee: supervisor }],
    ),
    ...(most === undefined
      ? {}
      : {
          capacity: { side: 'mentees', most: Object.fromEntries(mentees.map((id) => [id, most])) },
        }),
  }
}

/** Those who were there at the allocation, or everybody: whichever are as many as the certificate says. */
const peopleOf = (study: Study, role: RoleId, n: number): readonly string[] | null => {
  const everybody = study.participants
    .filter((person) => person.role === role)
    .map(({ participant }) => participant)
  return [takingPartIn(study, role), everybody].find(({ length }) => length === n) ?? null
}
