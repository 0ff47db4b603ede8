/** Where the reflection pack is, and the way back to the page that asked for it. */

/** A page below the programme, as it stands in an address: `changes`, `pack/self-assessment`. */
const ownPage = /^[a-z-]+(?:\/[a-z-]+)*$/

/** Of what stands in an address only pages of the same programme are believed; otherwise the pack itself. */
export const readWayOn = (to: string | undefined): string =>
  to !== undefined && ownPage.test(to) ? to : 'pack'

export const programmeAddress = (programmeId: string, page: string): string =>
  `/programmes/${programmeId}/${page}`

/** @param to the page that comes afterwards, below the programme */
export const packAddress = (
  programmeId: string,
  page: 'new' | 'open' | 'recover',
  to: string,
): string => `${programmeAddress(programmeId, `pack/${page}`)}?to=${encodeURIComponent(to)}`
