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
  return {
    county: rows[0]?.county ?? '',
    township: first(rows, cell, 'township').text || null,
    village: first(rows, cell, 'village').text || null,
    rural: told(rows, cell, 'registration', readRural, warn),
    language: told(rows, cell, 'language', readLanguage, warn),
    villagePoor: told(rows, cell, 'villagePoor', readYesNo, warn),
    villagePopulation: told(rows, cell, 'villagePopulation', readPopulation, warn),
    telephones: readAllTelephones(rows, cell, warn),
    standing: {
      householdKind: first(rows, cell, 'householdKind').text,
      liftedState: first(rows, cell, 'liftedState').text,
      liftedYear: first(rows, cell, 'liftedYear').text,
      laterKind: first(rows, cell, 'laterKind').text,
      identified: first(rows, cell, 'identified').text,
    },
  }
}

function first(rows: readonly Member[], cell: CellOf, column: ColumnId): { text: string; line: number } {
  for (const { cells, line } of rows) {
    const text = cell(cells, column)
    if (text !== '') return { text, line }
  }
  return { text: '', line: rows[0]?.line ?? 0 }
}

function told<T>(
  rows: readonly Member[],
  cell: CellOf,
  column: ColumnId,
  read: (text: string) => T | null,
  warn: (warning: Warning) => void,
): T | null {
  const { text, line } = first(rows, cell, column)
  if (text === '') return null
  const value = read(text)
  if (value === null) warn({ line, column, reason: 'value-unknown' })
  return value
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
