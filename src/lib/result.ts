/** The outcome of a decision: a value, or an expected problem that a person can do something about. */
export type Problem = { readonly kind: string }

export type Ok<T> = { readonly ok: true; readonly value: T }
export type Failed<P extends Problem> = { readonly ok: false; readonly problem: P }
export type Result<T, P extends Problem = Problem> = Ok<T> | Failed<P>

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value })
export const fail = <const P extends Problem>(problem: P): Failed<P> => ({ ok: false, problem })
