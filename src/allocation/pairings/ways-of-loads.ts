/** The table of ways where places take several candidates: what was taken is a number for each place. */
import { takesAt } from './possible-pairs.ts'
import { fillState, type WaysTable } from './ways-table.ts'

/** What each place has taken, counted downwards from all that it can. */
type Loads = {
  readonly taken: Int32Array
  /** How many all have taken together. */
  sum: number
  /** The places that can take one more, as a set. */
  notFull: number
}

type Filling = WaysTable & {
  /** For each turn the places that its candidate could fill, as a set. */
  readonly open: Int32Array
  readonly least: Int32Array
  readonly most: Int32Array
}

/** The number of a state is passed over · takings + the loads, a digit for each place. */
export const waysOfLoads = (table: WaysTable): void => {
  const { possible, takings, mostPassed } = table
  const takes = table.weights.map((_, place) => takesAt(possible, place))
  const filling: Filling = {
    ...table,
    open: Int32Array.from(possible.openTo, (places) =>
      places.reduce((set, place) => set | (1 << place), 0),
    ),
    least: Int32Array.from(takes, ({ least }) => least),
    most: Int32Array.from(takes, ({ most }) => most),
  }
  for (let passed = mostPassed; passed >= 0; passed -= 1) {
    const sum = filling.most.reduce((all, most) => all + most, 0)
    const loads = { taken: filling.most.slice(), sum, notFull: 0 }
    for (let taking = takings - 1; taking >= 0; taking -= 1) {
      fillOne(filling, loads, { passed, state: passed * takings + taking })
      if (taking > 0) countDown(filling, loads)
    }
  }
}

/** As with digits: the first place that has any gives one back, and those before it are full again. */
const countDown = ({ most }: Filling, loads: Loads): void => {
  let place = 0
  for (; loads.taken[place] === 0; place += 1) refill(loads, place, most[place] ?? 0)
  loads.taken[place] = (loads.taken[place] ?? 0) - 1
  loads.sum -= 1
  loads.notFull |= 1 << place
}

const refill = (loads: Loads, place: number, most: number): void => {
  loads.taken[place] = most
  loads.sum += most
  if (most > 0) loads.notFull &= ~(1 << place)
}

const haveLeast = ({ least }: Filling, { taken }: Loads): boolean =>
  least.every((needed, place) => (taken[place] ?? 0) >= needed)

type At = { readonly passed: number; readonly state: number }

const fillOne = (filling: Filling, loads: Loads, { passed, state }: At): void => {
  const { planes, possible, mostPassed } = filling
  const turn = passed + loads.sum
  const candidates = possible.openTo.length
  if (turn === candidates && haveLeast(filling, loads)) planes[0]?.fill(1, state, state + 1)
  if (turn >= candidates) return
  const options = (filling.open[turn] ?? 0) & loads.notFull
  const passes = possible.mayStayFree[turn] === true && passed < mostPassed
  fillState(filling, { state, turn, options, passes })
}
