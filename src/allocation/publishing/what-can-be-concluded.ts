/** What people could conclude once the pairs of a draw are published, told to the lead in numbers. */
import type { Supervision } from '../../people/model.ts'
import type { Protocol } from '../../protocol/model.ts'
import type { RandomCertificate } from '../certificate/certificate.ts'
import { countTells } from '../count-tells.ts'
import { leaksOf, type Published } from '../leak-meter.ts'
import { leakSentences } from '../leak-words.ts'
import type { DrawnPair, People } from '../procedure/model.ts'

export type Concluding = {
  readonly protocol: Protocol
  /** Who was drawn. */
  readonly people: People
  /** Everybody who takes part, drawn or not: that a mentor is free tells something, too. */
  readonly group: People
  readonly drawn: readonly DrawnPair[]
  /** Pairs of earlier draws that nothing changes about. */
  readonly staying: readonly DrawnPair[]
  readonly supervisions: readonly Supervision[]
  readonly certificate: Pick<RandomCertificate, 'count' | 'forced' | 'objective'>
}

export const warningsBefore = (asked: Concluding): readonly string[] => {
  const { protocol, people, group, drawn, staying, certificate } = asked
  const leaks = leaksOf(publishedBy(asked, group, [...staying, ...drawn]))
  const counted = staying.length === 0 ? group : people
  const tells = countTells(publishedBy(asked, counted, drawn), {
    ...certificate,
    count: certificate.count === null ? null : BigInt(certificate.count),
  })
  return leakSentences(leaks, tells, protocol)
}

/** How many mentees a mentor would take is private, so that it is left out; how many mentors a mentee has is not. */
const publishedBy = (
  { protocol, supervisions }: Concluding,
  people: People,
  pairs: readonly DrawnPair[],
): Published => {
  const { supervisor, mentorsPerMentee } = protocol.rules
  const mentees = idsOf(
    people.mentees,
    pairs.map(({ menteeId }) => menteeId),
  )
  return {
    mentors: idsOf(
      people.mentors,
      pairs.map(({ mentorId }) => mentorId),
    ),
    mentees,
    supervised: supervisions.map(asPair),
    supervisorRule: supervisor,
    pairs: pairs.map(asPair),
    ...(mentorsPerMentee === undefined
      ? {}
      : {
          capacity: {
            side: 'mentees',
            most: Object.fromEntries(mentees.map((id) => [id, mentorsPerMentee])),
          },
        }),
  }
}

const idsOf = (drawn: readonly (string | null)[], paired: readonly string[]): readonly string[] => [
  ...new Set([...drawn.filter((id) => id !== null), ...paired]),
]

const asPair = ({ mentorId, menteeId }: DrawnPair) => ({ mentor: mentorId, mentee: menteeId })
