import type { Vault } from '../../privacy/vault.ts'
import type { Row, Rows } from '../reading/rows.ts'
import type { ReadMember } from '../row.ts'
import { createFingerprint, type Fingerprint, type FingerprintList, fingerprintList } from './fingerprints.ts'

/**
 * What the first reading learned of the whole file. Of the rows that can be taken on their own it keeps fingerprints
 * alone, in memory and in the file's order: some 25 bytes a row.
 */
export type FirstReading = {
  /** Rows of the file. */
  readonly read: number
  readonly fingerprint: Fingerprint
  readonly persons: FingerprintList
  /** Beside `persons`; `NO_ID` where the row has no ID number. */
  readonly idNumbers: FingerprintList
  /** One for each run of rows of one household. */
  readonly households: FingerprintList
  /** Beside `households`: the county of the run's first row. */
  readonly counties: readonly string[]
  /** Households of which one run names two counties. */
  readonly disagreeing: ReadonlySet<bigint>
  /** Persons named only by rejected rows, by their household's index: named, so not missing. */
  readonly spared: Spared
  /** `county|township` of every household in the file: the area it speaks for. */
  readonly areas: ReadonlySet<string>
}

/** Blind indexes of persons by that of their household. */
export type Spared = Map<string, Set<string>>

export const NO_ID = 0n

/** Reads the file once for what only the whole of it tells. */
export async function readFirst(
  vault: Vault,
  rows: Rows,
  read: {
    readonly member: (row: Row) => ReadMember
    readonly township: (cells: readonly string[]) => string
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

  for await (const piece of rows) {
    count += piece.length
    for (const row of piece) {
      const found = read.member(row)
      if (!found.ok) {
        spare(spared, vault, found)
        continue
      }
      const { householdNumber: number, personNumber, idNumber, county } = found.member
      persons.push(fingerprint(personNumber))
      idNumbers.push(idNumber === null ? NO_ID : fingerprint(idNumber.number))
      if (number !== open.number) {
        open = { number, county }
        households.push(fingerprint(number))
        counties.push(county)
        areas.add(`${county}|${read.township(row.cells)}`)
      } else if (county !== open.county) disagreeing.add(fingerprint(number))
    }
  }
  return { read: count, fingerprint, persons, idNumbers, households, counties, disagreeing, spared, areas }
}

/** Notes what a row that is not taken names: it is no news of the person, and no sign that the person is gone. */
export function spare(
  spared: Spared,
  vault: Vault,
  { householdNumber, personNumber }: { readonly householdNumber: string; readonly personNumber: string },
): void {
  if (householdNumber === '') return
  const household = vault.index('household', householdNumber)
  const persons = spared.get(household) ?? new Set()
  if (personNumber !== '') persons.add(vault.index('person', personNumber))
  spared.set(household, persons)
}
