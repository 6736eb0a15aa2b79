import type { Gap, Gaps } from '../../audiences/gaps.ts'
import { languageOf } from '../../http/document.tsx'
import { grouped } from '../../i18n/figures.ts'
import { textsIn } from '../../i18n/texts.ts'
import { MAP_SIZE, mapName, PREFECTURES, type Prefecture } from '../../regions/prefecture.ts'
import { areaName } from '../area-name.ts'
import type { Desk } from '../desk.ts'
import { FIGURES } from '../ledger/figures-page.tsx'
import { addressOf } from '../ledger/query.ts'

type OfPrefecture = { readonly eligible: number; readonly received: number }

/** Depths of the map's colour: a prefecture where all have received is the deepest. */
const SHADES = 5

/** The province's prefectures by how many of those who qualify have received; each leads to its own figures. */
export function ProvinceMap({ desk, gaps }: { readonly desk: Desk; readonly gaps: Gaps }) {
  const say = textsIn(desk.language)
  return (
    <figure class="map">
      <figcaption>{say('console:overview.map')}</figcaption>
      <svg viewBox={`0 0 ${MAP_SIZE.width} ${MAP_SIZE.height}`}>
        <title>{say('console:overview.map')}</title>
        {PREFECTURES.map((prefecture) => (
          <Area desk={desk} prefecture={prefecture} counted={countedIn(prefecture, gaps)} />
        ))}
        {PREFECTURES.map((prefecture) => (
          <text x={prefecture.x} y={prefecture.y} lang={languageOf(mapName(prefecture, desk.language))}>
            {mapName(prefecture, desk.language)}
          </text>
        ))}
      </svg>
      <ul class="legend">
        {Array.from({ length: SHADES }, (_, at) => (
          <li>
            <svg viewBox="0 0 10 10" aria-hidden="true">
              <rect class={`shade-${at + 1}`} width="10" height="10" />
            </svg>
            {`${percent(at, SHADES)}–${percent(at + 1, SHADES)}%`}
          </li>
        ))}
      </ul>
    </figure>
  )
}

type Drawn = { readonly desk: Desk; readonly prefecture: Prefecture; readonly counted: OfPrefecture }

function Area({ desk, prefecture: { code, outline }, counted }: Drawn) {
  const { eligible, received } = counted
  const say = textsIn(desk.language)
  const name = areaName({ code, township: null }, desk.language)
  const told =
    eligible === 0
      ? say('console:overview.map-nobody')
      : `${grouped(received)} / ${grouped(eligible)} (${percent(received, eligible)}%)`
  return (
    <a href={addressOf(FIGURES, { county: code })} aria-label={`${name} ${told}`}>
      <path d={outline} class={`shade-${shadeOf(counted)}`}>
        <title>{`${name} ${told}`}</title>
      </path>
    </a>
  )
}

/** Of 0, for nobody who qualifies, to `SHADES`. */
export function shadeOf({ eligible, received }: OfPrefecture): number {
  return eligible === 0 ? 0 : 1 + Math.min(SHADES - 1, Math.floor((SHADES * received) / eligible))
}

/** How many per cent, whole. */
export function percent(part: number, of: number): number {
  return of === 0 ? 0 : Math.round((100 * part) / of)
}

function countedIn({ code }: Prefecture, { places }: Gaps): OfPrefecture {
  const gaps = places.flatMap(({ place, gap }): Gap[] => (place?.startsWith(code) ? [gap] : []))
  return {
    eligible: gaps.reduce((sum, { eligible }) => sum + (eligible ?? 0), 0),
    received: gaps.reduce((sum, { received }) => sum + received, 0),
  }
}
