import type { Audience } from '../../audiences/audience.ts'
import { recipients } from '../../audiences/recipients.ts'
import { COUNTIES } from '../../regions/county.ts'
import type { Services } from '../../services.ts'
import type { Context } from '../context.ts'
import { prepare } from '../prepare.ts'
import { addPage, emptyTally, type Tally } from './tally.ts'

/** Households a page, and the pages that are worded at most: some fifty thousand households, and less than a Worker may ask of D1. */
const PAGE = 500
const MOST_PAGES = 100

/** What an audience's messages come to. */
export type Walked = {
  readonly tally: Tally
  /** False where the audience is too large to be worded whole: then it is the beginning of each of its counties. */
  readonly isWhole: boolean
}

/** Words the messages of an audience as they would leave now, none of them kept. */
export async function walk(services: Services, context: Context, size: number): Promise<Walked> {
  const { audience } = context
  const parts = size <= PAGE * MOST_PAGES ? [audience] : countiesOf(audience)
  const pages = Math.ceil(MOST_PAGES / parts.length)
  const tally = emptyTally()
  let isWhole = true
  for (const part of parts) {
    if (!(await walkPart(services, { ...context, audience: part }, pages, tally))) isWhole = false
  }
  return { tally, isWhole }
}

// True where it came to the end.
async function walkPart(services: Services, context: Context, pages: number, tally: Tally): Promise<boolean> {
  const { audience, by } = context
  let after: string | null = null
  for (let page = 0; page < pages; page++) {
    const found = await recipients(services, audience, by, { after, limit: PAGE })
    addPage(tally, await prepare(services.store, context, found))
    after = found.next
    if (after === null) return true
  }
  return false
}

function countiesOf(audience: Audience): readonly Audience[] {
  return COUNTIES.filter(({ code }) => code.startsWith(audience.county)).map(({ code }) => ({
    ...audience,
    county: code,
  }))
}
