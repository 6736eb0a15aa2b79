import { beginningOf, orderOf, type Place } from '../determinations/walk.ts'
import type { Store } from '../storage/store.ts'
import { giveWay } from '../time/time.ts'
import { areaAsked, standsAsked } from './ask.ts'
import { type Audience, areaOfAudience } from './audience.ts'
import { type Binder, binder } from './binder.ts'

/** A part of an area: the households that stand after `from`, up to `to` and with it; null: all the rest. */
export type Range = { readonly from: Place; readonly to: Place | null }

/** Some ten milliseconds of work on Node, in which nobody is answered; each is a few queries, of which D1 allows a thousand. */
const SIZE = 2000

/** An audience's area in parts of as many households, whoever of them is meant: whole areas pass through little memory. */
export async function* rangesOf(store: Store, audience: Audience): AsyncIterable<Range> {
  let from: Place | null = beginningOf(areaOfAudience(audience))
  while (from !== null) {
    const to: Place | null = await endOfRange(store, audience, from)
    yield { from, to }
    from = to
    if (from !== null) await giveWay()
  }
}

/** The condition that a household `h` of the audience's area lies in a part of it. */
export function rangeAsked(audience: Audience, { from, to }: Range, bound: Binder): string {
  const after = standsAsked(audience, '>', from, bound)
  const until = to === null ? 'true' : standsAsked(audience, '<=', to, bound)
  return `${after} and ${until} and ${areaAsked(audience, bound)}`
}

async function endOfRange(store: Store, audience: Audience, from: Place): Promise<Place | null> {
  const bound = binder()
  const within = rangeAsked(audience, { from, to: null }, bound)
  const [place] = await store.rows<Place>(
    `select h.county, h.id from households h where ${within}
      order by ${orderOf(areaOfAudience(audience))} limit 1 offset ${SIZE - 1}`,
    bound.params,
  )
  return place ?? null
}
