/**
 * Which nodes of a graph can be reached from each other?
 *
 * @param next  for each node those that it leads to
 * @returns     for each node the number of its component
 * Method: Tarjan's algorithm with a stack of its own, for long ways.
 * Source: Tarjan, SIAM J Comput 1972;1:146–60, doi:10.1137/0201010.
 */
export const componentsOf = (next: readonly (readonly number[])[]): Int32Array => {
  const n = next.length
  const open: number[] = []
  const state = {
    component: new Int32Array(n).fill(-1),
    found: new Int32Array(n).fill(-1),
    low: new Int32Array(n),
    open,
    count: 0,
    components: 0,
  }
  for (let node = 0; node < n; node += 1) {
    if (state.found[node] === -1) visit(next, state, node)
  }
  return state.component
}

type Search = {
  readonly component: Int32Array
  readonly found: Int32Array
  readonly low: Int32Array
  readonly open: number[]
  count: number
  components: number
}

const visit = (next: readonly (readonly number[])[], search: Search, start: number): void => {
  const way = [{ node: start, done: 0 }]
  enter(search, start)
  for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
    const to = next[at.node]?.[at.done]
    at.done += 1
    if (to === undefined) {
      way.pop()
      leave(search, at.node, way.at(-1)?.node)
    } else if (search.found[to] === -1) {
      enter(search, to)
      way.push({ node: to, done: 0 })
    } else if (search.component[to] === -1) lower(search, at.node, search.found[to] ?? 0)
  }
}

const enter = (search: Search, node: number): void => {
  search.found[node] = search.count
  search.low[node] = search.count
  search.count += 1
  search.open.push(node)
}

const lower = ({ low }: Search, node: number, to: number): void => {
  low[node] = Math.min(low[node] ?? 0, to)
}

/** Whoever leads back no further than to itself closes a component. */
const leave = (search: Search, node: number, before: number | undefined): void => {
  if (search.low[node] === search.found[node]) {
    let closed = search.open.pop()
    while (closed !== undefined) {
      search.component[closed] = search.components
      if (closed === node) break
      closed = search.open.pop()
    }
    search.components += 1
  }
  if (before !== undefined) lower(search, before, search.low[node] ?? 0)
}
