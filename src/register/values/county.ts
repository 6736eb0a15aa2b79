import { COUNTIES, findCounty, shortName } from '../../regions/county.ts'
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

function countyUnderPrefecture(text: string) {
  for (const county of COUNTIES) {
    if (!text.endsWith(county.name) && !text.endsWith(shortName(county.name))) continue
    const before = text.slice(
      0,
      text.length - (text.endsWith(county.name) ? county.name : shortName(county.name)).length,
    )
    const short = shortPrefecture(county.prefecture)
    if (
      before === county.prefecture ||
      before === short ||
      before === `${short}市` ||
      before === `${short}州`
    )
      return county
  }
  return undefined
}

function shortPrefecture(name: string): string {
  return name.replace(/(回族|藏族)?(自治州|市)$/, '')
}
