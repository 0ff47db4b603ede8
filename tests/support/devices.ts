/** A device for each person, on one server, and what went wrong on any of them. */
import type { Browser } from 'playwright-core'
import type { Somebody } from './hospital.ts'
import { otherFaults } from './journey.ts'
import { type Listening, signInto } from './listening.ts'
import type { OnDevice } from './session-screens.ts'
import { type Look, openWatchedPage } from './watched-page.ts'

export type Devices = {
  /** Where they are signed in: always the same one. */
  readonly of: (somebody: Somebody) => Promise<OnDevice>
  /** Of somebody who is not signed in. */
  readonly another: () => Promise<OnDevice>
  readonly faults: () => readonly string[]
  readonly close: () => Promise<void>
}

type Place = {
  readonly browser: Browser
  readonly listening: Listening
  readonly look: Look
  readonly programmeId: string
}

export const openDevices = ({ browser, listening, look, programmeId }: Place): Devices => {
  const known = new Set<string>()
  const all: OnDevice[] = []
  const byPerson = new Map<string, OnDevice>()
  const another = async (): Promise<OnDevice> => {
    const watched = await openWatchedPage(browser, look, known)
    const device = { ...watched, base: `${listening.origin}/programmes/${programmeId}` }
    all.push(device)
    return device
  }
  return {
    another,
    of: async (somebody) => {
      const device = byPerson.get(somebody.personId) ?? (await another())
      if (!byPerson.has(somebody.personId)) await signInto(device.context, listening, somebody)
      byPerson.set(somebody.personId, device)
      return device
    },
    faults: () => all.flatMap(otherFaults),
    close: async () => {
      for (const { context } of all) await context.close()
    },
  }
}
