import { type Gaps, missingOf } from '../../audiences/gaps.ts'
import { textsIn } from '../../i18n/texts.ts'
import { countyName } from '../area-name.ts'
import type { Desk } from '../desk.ts'
import { type Bar, Bars } from '../views/bars.tsx'

/** Places shown: the rest stand in the ledger. */
const MOST = 12

/** The places below the area in which most still wait, those with the most first. */
export function Ranked({ desk, gaps }: { readonly desk: Desk; readonly gaps: Gaps }) {
  const say = textsIn(desk.language)
  const bars: readonly Bar[] = gaps.places
    .map(({ place, gap }) => ({ label: nameOf(desk, place), count: missingOf(gap) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
    .slice(0, MOST)
  return <Bars title={say('console:overview.ranked')} bars={bars} />
}

function nameOf({ actor, language }: Desk, place: string | null): string {
  if (place === null) return textsIn(language)('console:area.unknown')
  return actor.area.code.length === 6 ? place : countyName(place, language)
}
