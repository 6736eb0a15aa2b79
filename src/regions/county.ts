import counties from './counties.json' with { type: 'json' }
import { PREFECTURES } from './prefecture.ts'

/** A county of Gansu. `code` is GB/T 2260; `nameBo` is null where no Tibetan name is attested. */
export type County = {
  readonly code: string
  readonly prefecture: string
  readonly name: string
  readonly nameBo: string | null
}

/** The province's 86 counties, in the order of their codes. Source: GB/T 2260. */
export const COUNTIES: readonly County[] = counties

const BY_CODE = new Map(COUNTIES.map((county) => [county.code, county]))
const BY_NAME = new Map(COUNTIES.map((county) => [county.name, county]))
const SHORT_NAMES = shortNames()
const OTHER_NAMES = otherNames()

/** The county with this six-digit code, if it is one of Gansu's. */
export function countyByCode(code: string): County | undefined {
  return BY_CODE.get(code)
}

/**
 * The county an office means by a code, a full name, a short name (`宕昌`, `天祝县`) or what it was called before;
 * undefined where none or more than one fits.
 */
export function findCounty(codeOrName: string): County | undefined {
  return (
    BY_CODE.get(codeOrName) ??
    BY_NAME.get(codeOrName) ??
    SHORT_NAMES.get(codeOrName) ??
    OTHER_NAMES.get(codeOrName)
  )
}

/** Whether a code is the province's (62), a prefecture's (6212) or a county's (621223). */
export function isCodeOfGansu(code: string): boolean {
  return code === '62' || BY_CODE.has(code) || PREFECTURES.some((prefecture) => prefecture.code === code)
}

/** A county's name without its kind: 宕昌县 → 宕昌, 天祝藏族自治县 → 天祝. Two-character names keep their kind: 成县. */
export function shortName(name: string): string {
  const bare = name.replace(
    /(?<=..)(?:(?:藏|回|裕固|蒙古|哈萨克|东乡|保安|撒拉)族)*族?自治县$|(?<=.)[县市区]$/u,
    '',
  )
  return bare.length >= 2 ? bare : name
}

// 临夏 is a city and a county: a short name that two share means neither.
function shortNames(): ReadonlyMap<string, County> {
  const found = new Map<string, County | null>()
  for (const county of COUNTIES) {
    const short = shortName(county.name)
    found.set(short, found.has(short) ? null : county)
  }
  return new Map([...found].flatMap(([name, county]) => (county === null ? [] : [[name, county]])))
}

// What registers of the plan's years hold: an autonomous county by its short name, and Huating before it was a city (2018).
function otherNames(): ReadonlyMap<string, County> {
  const autonomous = COUNTIES.filter(({ name }) => name.endsWith('自治县'))
  const huating = COUNTIES.filter(({ code }) => code === '620881')
  return new Map([
    ...autonomous.map((county) => [`${shortName(county.name)}县`, county] as const),
    ...huating.flatMap((county) => [['华亭县', county] as const, ['620824', county] as const]),
  ])
}
