import { recipients } from '../../audiences/recipients.ts'
import type { Services } from '../../services.ts'
import { giveWay } from '../../time/time.ts'
import type { Context } from '../context.ts'
import { prepare } from '../prepare.ts'
import { addPage, emptyTally, type Tally } from './tally.ts'

/** Households a page: some twenty milliseconds of work on Node. On Workers each page is some six queries. */
const PAGE = 250
/** An audience of so many pages is worded whole, in about a second. */
const MOST_PAGES = 40

/** What an audience's messages come to. */
export type Walked = {
  readonly tally: Tally
  /** False where the audience is too large to be worded whole: then it is that of the households drawn. */
  readonly isWhole: boolean
}

/** How many households an audience is of, and those that were drawn to stand for them. */
type Sized = { readonly size: number; readonly drawn: readonly string[] }

/** Words the messages of an audience as they would leave now, none of them kept. */
export async function walk(services: Services, context: Context, { size, drawn }: Sized): Promise<Walked> {
  return size <= PAGE * MOST_PAGES ? walkAll(services, context) : walkDrawn(services, context, drawn)
}

async function walkAll(services: Services, context: Context): Promise<Walked> {
  const tally = emptyTally()
  let after: string | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const found = await recipients(services, context.audience, context.by, { after, limit: PAGE })
    addPage(tally, await prepare(services.store, context, found))
    after = found.next
    if (after === null) return { tally, isWhole: true }
    await giveWay()
  }
  return { tally, isWhole: false }
}

async function walkDrawn(services: Services, context: Context, drawn: readonly string[]): Promise<Walked> {
  const tally = emptyTally()
  for (let at = 0; at < drawn.length; at += PAGE) {
    const among = drawn.slice(at, at + PAGE)
    const paging = { after: null, limit: PAGE, among }
    const found = await recipients(services, context.audience, context.by, paging)
    addPage(tally, await prepare(services.store, context, found))
    await giveWay()
  }
  return { tally, isWhole: false }
}
