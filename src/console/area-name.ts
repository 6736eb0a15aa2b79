import { languageOf } from '../http/document.tsx'
import { type Language, textsIn } from '../i18n/texts.ts'
import { COUNTIES, countyByCode } from '../regions/county.ts'
import { PREFECTURES } from '../regions/prefecture.ts'
import type { Desk } from './desk.ts'
import type { Area } from '../staff/area.ts'

/** An area as staff call it: 甘肃省, 陇南市, 宕昌县, 宕昌县城关镇. */
export function areaName({ code, township }: Area, language: Language): string {
  if (code.length === 2) return textsIn(language)('console:area.province')
  if (code.length === 4) return prefectureName(code, language)
  const county = countyName(code, language)
  if (township === null) return county
  // Two scripts do not stand against each other.
  return languageOf(county) === languageOf(township) ? `${county}${township}` : `${county} ${township}`
}

function prefectureName(code: string, language: Language): string {
  const prefecture = PREFECTURES.find((one) => one.code === code)
  return (language === 'bo' ? prefecture?.nameBo : null) ?? prefecture?.name ?? code
}

/** A county by its code, in the language where it has a name in it. */
export function countyName(code: string | null, language: Language): string {
  if (code === null) return textsIn(language)('console:area.unknown')
  const county = countyByCode(code)
  return (language === 'bo' ? county?.nameBo : null) ?? county?.name ?? code
}

/** The areas within one's own to choose from, whole counties the smallest, each by its code. */
export function areaChoices({
  actor,
  language,
}: Desk): readonly { readonly value: string; readonly label: string }[] {
  const codes = [
    '62',
    ...new Set(COUNTIES.map(({ code }) => code.slice(0, 4))),
    ...COUNTIES.map(({ code }) => code),
  ]
  return codes
    .filter((code) => code.startsWith(actor.area.code))
    .map((code) => ({ value: code, label: areaName({ code, township: null }, language) }))
}
