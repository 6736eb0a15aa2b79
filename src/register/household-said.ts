import type { ColumnId } from './columns.ts'
import type { Warning } from './reasons.ts'
import type { CellOf, Member } from './row.ts'
import {
  readLanguage,
  readPopulation,
  readRural,
  readTelephones,
  readYesNo,
} from './values/household-values.ts'
import type { StandingCells } from './values/standing.ts'

/** What a register says of a household in the columns that every row of it repeats. */
export type HouseholdSaid = {
  readonly county: string
  readonly township: string | null
  readonly village: string | null
  readonly rural: boolean | null
  readonly language: 'zh-CN' | 'bo' | null
  readonly villagePoor: boolean | null
  readonly villagePopulation: number | null
  /** E.164, in order. */
  readonly telephones: readonly string[]
  readonly standing: StandingCells
}

/**
 * Reads a household from its rows, the head's first: of what the rows say differently, the head's word stands, and an
 * empty cell says nothing.
 */
export function readHousehold(
  rows: readonly Member[],
  cell: CellOf,
  warn: (warning: Warning) => void,
): HouseholdSaid {
  const first = (column: ColumnId) => {
    for (const { cells, line } of rows) {
      const text = cell(cells, column)
      if (text !== '') return { text, line }
    }
    return { text: '', line: rows[0]?.line ?? 0 }
  }
  const told = <T>(column: ColumnId, read: (text: string) => T | null): T | null => {
    const { text, line } = first(column)
    if (text === '') return null
    const value = read(text)
    if (value === null) warn({ line, column, reason: 'value-unknown' })
    return value
  }
  return {
    county: rows[0]?.county ?? '',
    township: first('township').text || null,
    village: first('village').text || null,
    rural: told('registration', readRural),
    language: told('language', readLanguage),
    villagePoor: told('villagePoor', readYesNo),
    villagePopulation: told('villagePopulation', readPopulation),
    telephones: readAllTelephones(rows, cell, warn),
    standing: {
      householdKind: first('householdKind').text,
      liftedState: first('liftedState').text,
      liftedYear: first('liftedYear').text,
      laterKind: first('laterKind').text,
      identified: first('identified').text,
    },
  }
}

function readAllTelephones(
  rows: readonly Member[],
  cell: CellOf,
  warn: (warning: Warning) => void,
): readonly string[] {
  const found = new Set<string>()
  const seen = new Set<string>()
  for (const { cells, line } of rows) {
    const text = cell(cells, 'telephone')
    if (text === '' || seen.has(text)) continue
    seen.add(text)
    const numbers = readTelephones(text)
    if (numbers.length === 0) warn({ line, column: 'telephone', reason: 'telephone-invalid' })
    for (const number of numbers) found.add(number)
  }
  return [...found].sort()
}
