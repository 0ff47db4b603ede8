/** Where a form leads to when it says so itself: to a page of the same programme and nowhere else. */

/** Only to take an address apart: any host does. */
const anyHost = 'http://host.invalid'

export const returnPath = (base: string, wanted: string | undefined): string | null => {
  if (wanted === undefined || !URL.canParse(wanted, anyHost)) return null
  const { origin, pathname, search, hash } = new URL(wanted, anyHost)
  const isInside = origin === anyHost && (pathname === base || pathname.startsWith(`${base}/`))
  return isInside ? `${pathname}${search}${hash}` : null
}
