/** Where something is asked, in words. */
import { type Protocol, roleIds } from '../model.ts'
import { questionnairesOf } from '../rules.ts'
import { listed, plural } from '../wording/words.ts'
import type { Place } from './asks.ts'

const stageOfPlace = (protocol: Protocol, { step: id }: Place): string => {
  const step = questionnairesOf(protocol).find((each) => each.id === id)
  return String(step?.stage ?? id)
}

/** `Stage 4, mentees`. */
export const wordsOfPlace = (protocol: Protocol, place: Place): string =>
  `Stage ${stageOfPlace(protocol, place)}, ${plural(protocol, place.role)}`

/** `of mentors at stages 1 and 3; of mentees at stage 4`. */
export const wordsOfPlaces = (protocol: Protocol, places: readonly Place[]): string =>
  roleIds
    .flatMap((role) => {
      const stages = places
        .filter((place) => place.role === role)
        .map((place) => stageOfPlace(protocol, place))
      const noun = stages.length === 1 ? 'stage' : 'stages'
      return stages.length === 0
        ? []
        : [`of ${plural(protocol, role)} at ${noun} ${listed(stages)}`]
    })
    .join('; ')
