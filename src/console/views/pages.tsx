import { grouped } from '../../i18n/figures.ts'
import { textsIn } from '../../i18n/texts.ts'
import type { Desk, DeskContext } from '../desk.ts'

type Paged = {
  readonly desk: Desk
  /** How many rows came before. */
  readonly seen: number
  /** How many are shown. */
  readonly rows: number
  /** How many there are in all; null where nobody counted them. */
  readonly total: number | null
  /** The address of the list from its beginning. */
  readonly first: string
  /** The address of the page after; null at the end. */
  readonly next: string | null
}

/** Which rows of how many are shown, with the way on and the way back to the beginning. */
export function Pages({ desk, seen, rows, total, first, next }: Paged) {
  const say = textsIn(desk.language)
  if (rows === 0 && seen === 0) return null
  const of = { from: grouped(Math.min(seen + 1, seen + rows)), to: grouped(seen + rows) }
  const counted = next === null ? seen + rows : total
  return (
    <nav class="pages" aria-label={say('console:pages')}>
      <span>
        {counted === null
          ? say('console:pages.shown', of)
          : say('console:pages.of', { ...of, total: grouped(Math.max(counted, seen + rows)) })}
      </span>
      {seen === 0 ? null : <a href={first}>{say('console:pages.first')}</a>}
      {next === null ? null : (
        <a class="button" href={withSeen(next, seen + rows)}>
          {say('console:next')}
        </a>
      )}
    </nav>
  )
}

/** How many rows an address says were shown before its page. */
export function seenIn(c: DeskContext): number {
  const seen = Number(c.req.query('seen') ?? 0)
  return Number.isSafeInteger(seen) && seen > 0 ? seen : 0
}

function withSeen(address: string, seen: number): string {
  return `${address}${address.includes('?') ? '&' : '?'}seen=${seen}`
}
