import { COUNTIES, type County, findCounty } from '../../regions/county.ts'
import { remembering } from './cell.ts'

const PREFECTURES = [...new Set(COUNTIES.map((county) => county.prefecture))]

/** A county's code from a code (longer ones begin with it), or a name, with or without province and prefecture before it. */
export const readCounty = remembering((text): string | null => {
  const bare = text.replace(/\s+/g, '').replace(/^甘肃省?(?=.)/, '')
  const code = /^\d{6}(?:0{3}|0{6})?$/.test(bare) ? bare.slice(0, 6) : bare
  const county = findCounty(code) ?? countyUnderPrefecture(bare)
  return county?.code ?? null
})

/** The county that a text such as a school's name holds in full, if one. */
export function countyWithin(text: string): string | null {
  const held = COUNTIES.filter((county) => text.includes(county.name))
  return held.length === 1 ? (held[0]?.code ?? null) : null
}

/** True where a text names the province, or one of its prefectures. */
export function namesGansu(text: string): boolean {
  return text.includes('甘肃') || PREFECTURES.some((prefecture) => text.includes(shortPrefecture(prefecture)))
}

function countyUnderPrefecture(text: string): County | undefined {
  for (const prefecture of PREFECTURES) {
    const short = shortPrefecture(prefecture)
    const before = [prefecture, `${short}市`, `${short}州`, short].find((name) => text.startsWith(name))
    const county = before === undefined ? undefined : findCounty(text.slice(before.length))
    if (county?.prefecture === prefecture) return county
  }
  return undefined
}

function shortPrefecture(name: string): string {
  return name.replace(/(回族|藏族)?(自治州|市)$/, '')
}
