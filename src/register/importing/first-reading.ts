import type { NumberIndex } from '../finding/number-index.ts'
import { createFingerprint, type Fingerprint, type FingerprintList, fingerprintList } from './fingerprints.ts'
import type { Members } from './members.ts'
import { judge, NO_ID, type Verdicts } from './verdicts.ts'

/** What the first reading learned of the whole file. */
export type FirstReading = {
  /** Rows of the file. */
  readonly read: number
  readonly fingerprint: Fingerprint
  /** The person of each row that can be taken on its own, in the file's order. */
  readonly persons: FingerprintList
  readonly verdicts: Verdicts
  /** Persons named only by rejected rows, by their household's index: named, so not missing. */
  readonly spared: Spared
  /** `county|township` of every household in the file: the area it speaks for. */
  readonly areas: ReadonlySet<string>
}

/** Blind indexes of persons by that of their household. */
export type Spared = Map<string, Set<string>>

/**
 * Reads the file once for what only the whole of it tells. It keeps fingerprints alone, in memory: some 25 bytes a row,
 * of which 8 stay for the second reading.
 */
export async function readFirst(
  index: NumberIndex,
  members: Members,
  hear: {
    readonly township: (cells: readonly string[]) => string
    readonly progress: (rows: number) => Promise<void>
  },
): Promise<FirstReading> {
  const fingerprint = createFingerprint()
  const persons = fingerprintList()
  const idNumbers = fingerprintList()
  const households = fingerprintList()
  const counties: string[] = []
  const disagreeing = new Set<bigint>()
  const spared: Spared = new Map()
  const areas = new Set<string>()
  let count = 0
  let open = { number: '', county: '' }

  for await (const piece of members) {
    count += piece.length
    for (const found of piece) {
      if (!found.ok) {
        spare(spared, index, found)
        continue
      }
      const { householdNumber: number, personNumber, idNumber, county, cells } = found.member
      persons.push(fingerprint(personNumber))
      idNumbers.push(idNumber === null ? NO_ID : fingerprint(idNumber.number))
      if (number !== open.number) {
        open = { number, county }
        households.push(fingerprint(number))
        counties.push(county)
        areas.add(`${county}|${hear.township(cells)}`)
      } else if (county !== open.county) disagreeing.add(fingerprint(number))
    }
    await hear.progress(count)
  }
  const verdicts = judge({ persons, idNumbers, households, counties, disagreeing })
  return { read: count, fingerprint, persons, verdicts, spared, areas }
}

/** Notes what a row that is not taken names: it is no news of the person, and no sign that the person is gone. */
export function spare(
  spared: Spared,
  index: NumberIndex,
  { householdNumber, personNumber }: { readonly householdNumber: string; readonly personNumber: string },
): void {
  if (householdNumber === '') return
  const household = index('household', householdNumber)
  const persons = spared.get(household) ?? new Set()
  if (personNumber !== '') persons.add(index('person', personNumber))
  spared.set(household, persons)
}
