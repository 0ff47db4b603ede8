/**
 * What costs much memory is done one after the other: an attempt at a passphrase takes 128 MiB, and one of the few
 * threads that read files too.
 */
let earlier: Promise<unknown> = Promise.resolve()

export const oneAtATime = <T>(work: () => Promise<T>): Promise<T> => {
  const own = earlier.then(work)
  earlier = own.catch(() => undefined)
  return own
}
