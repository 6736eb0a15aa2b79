/** A real village, with its twelve-digit statistical code. */
export type Place = {
  readonly code: string
  readonly county: string
  readonly countyName: string
  readonly township: string
  readonly village: string
}

/** Every run of two to four characters in the places' names: as long as a person's name may be. */
export function wordsOf(places: readonly Place[]): ReadonlySet<string> {
  const names = new Set(
    places.flatMap(({ countyName, township, village }) => [countyName, township, village]),
  )
  const words = new Set<string>()
  for (const name of names) {
    for (let from = 0; from < name.length; from++) {
      for (const length of [2, 3, 4]) words.add(name.slice(from, from + length))
    }
  }
  return words
}

/** Gannan's eight counties and Tianzhu. */
export function isTibetanCounty(county: string): boolean {
  return county.startsWith('6230') || county === '620623'
}

/** A made-up but steady saying of whether a village is poor and how many live there. */
export function syntheticVillage({ code, county }: Place): {
  readonly poor: boolean
  readonly population: number
} {
  const mixed = Math.imul(Number(code.slice(4)) ^ 0x9e3779b9, 0x85ebca6b) >>> 0
  const population = isTibetanCounty(county) ? 180 + (mixed % 900) : 320 + (mixed % 2_200)
  return { poor: (mixed >>> 12) % 100 < 37, population }
}
